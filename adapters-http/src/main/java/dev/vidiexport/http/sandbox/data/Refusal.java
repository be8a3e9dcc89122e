package dev.vidiexport.http.sandbox.data;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that is not served, with the status and the words of the answer. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable Duration retryAfter;

  private Refusal(int status, String message, @Nullable Duration retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** With a status of HTTP, and what to say. */
  public static Refusal of(int status, String message) {
    return new Refusal(status, message, null);
  }

  /** Of a call that asks for something in a wrong way: 400. */
  public static Refusal badRequest(String message) {
    return of(400, message);
  }

  /** Of one call too many: 429, with when to come back. */
  public static Refusal tooMany(String message, Duration retryAfter) {
    return new Refusal(429, message, retryAfter);
  }

  /** The status of HTTP, 400 to 599. */
  public int status() {
    return status;
  }

  /** What is said to the caller. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** When to come back; empty where coming back would not help. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
