package dev.vidiexport.http;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.answers.RemoteText;
import dev.vidiexport.http.calls.OpenCall;
import dev.vidiexport.http.calls.ServiceCalls;
import dev.vidiexport.http.calls.StatusCheck;
import dev.vidiexport.http.wire.WhoamiDto;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The account over HTTP. */
final class RetrofitAccount implements Account {
  private static final int LONGEST_NAME = 200;

  private final VidiCenterApi api;
  private final ServiceCalls calls;
  private final StatusCheck statuses;
  private final RemoteText remoteText;

  RetrofitAccount(
      VidiCenterApi api, ServiceCalls calls, StatusCheck statuses, RemoteText remoteText) {
    this.api = api;
    this.calls = calls;
    this.statuses = statuses;
    this.remoteText = remoteText;
  }

  @Override
  public String whoami(Duration timeLeft) {
    try (OpenCall<WhoamiDto> call = calls.send(api::whoami, false, timeLeft)) {
      call.check(statuses);
      call.markReadToItsEnd();
      return name(call.response().body());
    } catch (JsonDataException otherJson) {
      throw notTheAnswer(otherJson);
    } catch (TroubleException failure) {
      if (failure.getCause() instanceof JsonEncodingException notJson) {
        throw notTheAnswer(notJson);
      }
      throw unreachable(failure);
    }
  }

  private String name(@Nullable WhoamiDto answer) {
    if (answer == null || answer.username() == null || answer.username().isBlank()) {
      throw notTheAnswer(null);
    }
    return remoteText.show(answer.username(), LONGEST_NAME);
  }

  private static ExportException notTheAnswer(@Nullable Throwable cause) {
    String message =
        "VidiCenter's answer does not say whose credentials these are: expected JSON with a"
            + " username.";
    return cause == null
        ? new ExportException(FailureReason.NOT_THE_SERVICE, message)
        : new ExportException(FailureReason.NOT_THE_SERVICE, message, cause);
  }

  private static ExportException unreachable(TroubleException failure) {
    Trouble trouble = failure.trouble();
    boolean held = trouble.kind() == Trouble.Kind.LIMITS_HELD;
    return new ExportException(
        new Failure(
            held ? FailureReason.ACCOUNT_LIMITS_HELD : FailureReason.ACCOUNT_NOT_REACHED,
            "VidiCenter did not say whose credentials these are: %s.".formatted(trouble.reason()),
            trouble.retryAfter()),
        failure);
  }

  @Override
  public void cancel() {
    calls.cancel();
  }
}
