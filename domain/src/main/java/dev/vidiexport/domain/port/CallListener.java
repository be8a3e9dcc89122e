package dev.vidiexport.domain.port;

import java.time.Duration;
import java.util.OptionalInt;

/** Is told of every call to VidiCenter, for those who want to watch. */
public interface CallListener {
  /** Watches nothing. */
  CallListener NONE = (method, url, outcome, duration) -> {};

  /**
   * A call's answer has begun, or the call has failed. Called on the thread that made the call.
   *
   * @param method the HTTP method
   * @param url the full URL; it holds no credentials
   * @param outcome the status and its reason, or one clause that says why there was none; holds no
   *     control characters
   * @param duration from the start of the call until now
   */
  void onCall(String method, String url, String outcome, Duration duration);

  /**
   * A call has to wait because other runs of this user use up the service's limits; told once for
   * each call, and again when they hold another limit. Called on the thread that makes it.
   *
   * @param reason a clause that says what they hold
   */
  default void onHeld(String reason) {}

  /**
   * What a call was answered with. Told with {@link #onCall}, for those who count.
   *
   * @param status the HTTP status; empty when no answer began
   */
  default void onAnswer(OptionalInt status) {}

  /**
   * Something was not asked for at once, because the service's limits left no room. Told when the
   * wait is over, whoever used the limits up.
   *
   * @param time how long that lasted
   */
  default void onWaited(Duration time) {}
}
