package dev.vidiexport.http.calls;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.SizeComplaint;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.answers.RemoteText;
import dev.vidiexport.http.answers.ServiceWords;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** Decides by its status whether a response is an answer, and says what is wrong if it is not. */
public final class StatusCheck {
  private static final int LONGEST_MESSAGE = 200;

  private final String server;
  private final RemoteText remoteText;
  private final Clock clock;

  public StatusCheck(String server, RemoteText remoteText, Clock clock) {
    this.server = server;
    this.remoteText = remoteText;
    this.clock = clock;
  }

  /**
   * Returns normally if the status is 200.
   *
   * @throws TroubleException for 429, 408 and 5xx, which may go better another time
   * @throws ExportException for any other status
   */
  void check(Response<?> response) throws TroubleException {
    int status = response.code();
    if (status == 200) {
      return;
    }
    String said = message(status, response.errorBody());
    if (status >= 300 && status < 400 && status != 304) {
      throw new ExportException(FailureReason.NOT_THE_SERVICE, redirected(response, said));
    }
    if (status == 429 || status == 408 || status >= 500) {
      throw trouble(response, said);
    }
    if (status == 401 || status == 403) {
      throw new ExportException(
          status == 401 ? FailureReason.CREDENTIALS_REFUSED : FailureReason.ACCESS_REFUSED,
          "VidiCenter at %s refused the credentials with %s."
              .formatted(server, described(response, said)));
    }
    if (status >= 400) {
      throw new ExportException(
          SizeComplaint.ofRefusal(status, said),
          "VidiCenter at %s refused the request with %s."
              .formatted(server, described(response, said)));
    }
    throw new ExportException(
        FailureReason.NOT_THE_SERVICE,
        "Expected 200 and JSON from VidiCenter at %s, but it answered %s."
            .formatted(server, described(response, said)));
  }

  private TroubleException trouble(Response<?> response, String said) {
    boolean limited = response.code() == 429;
    Optional<Duration> wait = RetryAfter.of(response.headers(), clock);
    return new TroubleException(
        new Trouble(
            limited ? Trouble.Kind.RATE_LIMITED : Trouble.Kind.UNANSWERED,
            "VidiCenter at %s answered %s".formatted(server, described(response, said)),
            wait),
        null);
  }

  private String redirected(Response<?> response, String said) {
    String location = response.headers().get("Location");
    HttpUrl target =
        location == null ? null : response.raw().request().url().resolve(location.strip());
    return "VidiCenter at %s redirected the call (%s) to %s, where the credentials are not sent."
        .formatted(
            server,
            said.isBlank() ? String.valueOf(response.code()) : described(response, said),
            target == null ? "an invalid address" : remoteText.show(target.host(), 100));
  }

  /** The status and what the service said to it: {@code 401: Invalid API Token}. */
  private String described(Response<?> response, String said) {
    if (said.isBlank()) {
      return remoteText.show((response.code() + " " + response.message()).strip(), 80);
    }
    return response.code() + ": " + withoutFullStop(remoteText.show(said.strip(), LONGEST_MESSAGE));
  }

  private static String withoutFullStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean isPlainText(@Nullable MediaType type) {
    return type != null && type.type().equals("text") && type.subtype().equals("plain");
  }

  /**
   * What the body says, if it is JSON that says something as VidiCenter does, or plain text;
   * nothing for a page of a proxy, which is neither.
   */
  private static String message(int status, @Nullable ResponseBody body) {
    if (body == null) {
      return "";
    }
    try (body) {
      boolean isPlainText = isPlainText(body.contentType());
      String text = body.source().readUtf8();
      ServiceWords words = ServiceWords.in(text);
      String said = words.text();
      if (said.isEmpty()) {
        return isPlainText ? text : number(status, words);
      }
      return said;
    } catch (IOException cut) {
      return "";
    }
  }

  /** A number that only repeats the status says nothing. */
  private static String number(int status, ServiceWords words) {
    return words
        .number()
        .filter(number -> !number.equals(String.valueOf(status)))
        .map("error "::concat)
        .orElse("");
  }
}
