package dev.vidiexport.http.sandbox;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that is not served, with the status and the words of the answer. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable Duration retryAfter;

  private Refusal(int status, String message, @Nullable Duration retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  static Refusal of(int status, String message) {
    return new Refusal(status, message, null);
  }

  static Refusal badRequest(String message) {
    return of(400, message);
  }

  static Refusal tooMany(String message, Duration retryAfter) {
    return new Refusal(429, message, retryAfter);
  }

  int status() {
    return status;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  /** When to come back; empty where coming back would not help. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
