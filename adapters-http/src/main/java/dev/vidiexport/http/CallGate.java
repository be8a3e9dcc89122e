package dev.vidiexport.http;

import dev.vidiexport.domain.polling.CallBudget;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.OpenCall.CallClock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What every call passes before it is sent, so that the service never sees more of them than it
 * takes, whatever the code above does. Thread-safe; one for all calls of a user.
 */
final class CallGate {
  /** Nobody who cancels waits longer than this. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final CallBudget budget;
  private final Pacer pacer;

  CallGate(CallBudget budget, Pacer pacer) {
    this.budget = budget;
    this.pacer = pacer;
  }

  /**
   * Waits until a call may be made; {@link #leave} must follow.
   *
   * @param timeLeft how long the call may take, the wait included
   * @param cancelled ends the wait when it turns true
   * @return how long the call may still take; positive
   * @throws TroubleException {@code LIMITS_HELD} at once, when the wait would take all the time
   */
  Duration enter(Duration timeLeft, BooleanSupplier cancelled) throws TroubleException {
    Duration deadline = pacer.elapsed().plus(timeLeft);
    while (true) {
      Cancellation.check(cancelled);
      Duration now = pacer.elapsed();
      Duration left = deadline.minus(now);
      Duration wait = budget.take(now);
      if (wait.isZero() && !left.isNegative() && !left.isZero()) {
        return left;
      }
      if (wait.isZero()) {
        budget.end(now);
      }
      if (wait.isZero() || wait.compareTo(left) >= 0) {
        throw held(wait);
      }
      pause(wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
    }
  }

  /** Begins to count the time of a call. */
  CallClock clock(Duration most) {
    return CallClock.start(pacer, most);
  }

  /** The call has surely reached the service, or failed. */
  void leave() {
    budget.end(pacer.elapsed());
  }

  private void pause(Duration pause) {
    Duration before = pacer.elapsed();
    pacer.pause(pause);
    if (pacer.elapsed().minus(before).compareTo(pause.dividedBy(2)) < 0) {
      // A pacer that no longer lets time pass has been cancelled, and the run with it.
      throw Cancellation.exception();
    }
  }

  private static TroubleException held(Duration wait) {
    return new TroubleException(
        Trouble.of(
            Trouble.Kind.LIMITS_HELD,
            "the limits of the service leave room for the next call in " + Wording.duration(wait)),
        null);
  }
}
