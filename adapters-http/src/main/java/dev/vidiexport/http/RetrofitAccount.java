package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.answers.RemoteText;
import dev.vidiexport.http.answers.ServiceWords;
import dev.vidiexport.http.calls.OpenCall;
import dev.vidiexport.http.calls.ServiceCalls;
import dev.vidiexport.http.calls.StatusCheck;
import dev.vidiexport.http.wire.WhoamiDto;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.ResponseBody;

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
    try (OpenCall<ResponseBody> call = calls.send(api::whoami, false, timeLeft)) {
      call.check(statuses);
      call.markReadToItsEnd();
      return name(call, requireNonNull(call.response().body(), "body must not be null").string());
    } catch (TroubleException failure) {
      throw unreachable(failure);
    } catch (IOException inMemory) {
      throw ExportException.defect(inMemory);
    }
  }

  private String name(OpenCall<?> call, String answer) throws TroubleException {
    try {
      WhoamiDto read = new Moshi.Builder().build().adapter(WhoamiDto.class).fromJson(answer);
      if (read == null || read.username() == null || read.username().isBlank()) {
        throw notTheAnswer(answer, Optional.empty());
      }
      return remoteText.show(read.username(), LONGEST_NAME);
    } catch (EOFException cut) {
      throw call.cut(cut, answer.getBytes(UTF_8).length);
    } catch (IOException | JsonDataException otherAnswer) {
      throw notTheAnswer(answer, Optional.of(otherAnswer));
    }
  }

  private ExportException notTheAnswer(String answer, Optional<Exception> cause) {
    String message =
        "VidiCenter's answer does not say whose credentials these are: expected JSON with a"
            + " username.";
    ExportException refusal =
        cause
            .map(found -> new ExportException(FailureReason.NOT_THE_SERVICE, message, found))
            .orElseGet(() -> new ExportException(FailureReason.NOT_THE_SERVICE, message));
    return ServiceWords.in(answer).addedTo(refusal, remoteText);
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
