package dev.vidiexport.http.calls;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.calls.OpenCall.CallClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Admits the calls of one caller, one at a time. Each waits here, above everything that could open
 * a connection, until there is room for it in the limits. It then gets a {@link CallPermit}, which
 * is checked and used up below everything else, where a request meets its connection. So a call is
 * counted once, a caller that waits holds no connection open, and a request that did not come this
 * way is not sent.
 *
 * <p>Thread-safe, as far as one call at a time is concerned.
 */
public final class CallAdmission {
  /** Nobody who cancels waits longer than this. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** How soon to look again for what somebody else holds, nobody knows until when. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  /**
   * A call that has waited does not begin with less time than this, or than a tenth of what it had.
   */
  private static final Duration LEAST_TIME = Duration.ofSeconds(1);

  private static final int LEAST_PART = 10;

  /** How long others pause when the service names no time. */
  private static final Duration USUAL_SLOW_DOWN = Duration.ofSeconds(1);

  private final Quota.Claim claim;
  private final ServiceLimits limits;
  private final Pacer pacer;
  private final CallListener listener;
  private final Runnable closeIdleConnections;
  private boolean reserved;
  private Duration waited = Duration.ZERO;

  CallAdmission(
      Quota.Claim claim,
      ServiceLimits limits,
      Pacer pacer,
      CallListener listener,
      Runnable closeIdleConnections) {
    this.claim = claim;
    this.limits = limits;
    this.pacer = pacer;
    this.listener = listener;
    this.closeIdleConnections = closeIdleConnections;
  }

  /**
   * Takes room for the next call, if there is any now; {@link #enter} or {@link #rest} must follow.
   *
   * @param mayBuild whether VidiCenter may start to build an export because of it
   * @param spareCalls how many calls more there must be room for
   * @return empty when the room was taken; otherwise what is short
   */
  Optional<LimitReached> reserve(boolean mayBuild, int spareCalls) {
    if (reserved) {
      return Optional.empty();
    }
    Optional<LimitReached> reached = claim.take(mayBuild, spareCalls);
    reserved = reached.isEmpty();
    return reached;
  }

  /**
   * Waits until a call may be made, unless room was reserved; {@link #leave} must follow.
   *
   * @param mayBuild whether VidiCenter may start to build an export because of it; room for that is
   *     kept until {@link #endBuild}
   * @param timeLeft how long the call may take, the wait included
   * @param cancelled ends the wait when it turns true
   * @return what lets the call pass, and how long it may still take
   * @throws TroubleException {@code LIMITS_HELD} when too little of the time is left for a call, or
   *     at once when the wait would surely take so much of it: a call that runs out of time would
   *     put the blame on the network
   */
  CallPermit enter(boolean mayBuild, Duration timeLeft, BooleanSupplier cancelled)
      throws TroubleException {
    Duration deadline = pacer.elapsed().plus(timeLeft);
    Duration floor = floor(timeLeft);
    if (reserved) {
      CancelledCall.check(cancelled);
      reserved = false;
      return pass(timeLeft);
    }
    waited = Duration.ZERO;
    try {
      return await(mayBuild, deadline, floor, cancelled);
    } finally {
      if (!waited.isZero()) {
        listener.onWaited(waited);
      }
    }
  }

  private CallPermit await(
      boolean mayBuild, Duration deadline, Duration floor, BooleanSupplier cancelled)
      throws TroubleException {
    @Nullable LimitReached last = null;
    while (true) {
      CancelledCall.check(cancelled);
      if (last != null && deadline.minus(pacer.elapsed()).compareTo(floor) < 0) {
        throw held(last.reason(limits));
      }
      Optional<LimitReached> reached = claim.take(mayBuild);
      Duration left = deadline.minus(pacer.elapsed());
      if (reached.isEmpty()) {
        return pass(left);
      }
      rest();
      Duration wait = reached.get().least().orElse(LOOK_AGAIN);
      if (wait.plus(floor).compareTo(left) > 0) {
        throw held(reached.get().reason(limits));
      }
      tell(reached.get(), last);
      last = reached.get();
      pause(wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
    }
  }

  private static Duration floor(Duration timeLeft) {
    // Duration divides by way of BigDecimal, which takes long to load.
    Duration part = Duration.ofNanos(timeLeft.toNanos() / LEAST_PART);
    return part.compareTo(LEAST_TIME) < 0 ? part : LEAST_TIME;
  }

  /** Reports a wait when it begins, and when it goes on for another reason. */
  private void tell(LimitReached reached, @Nullable LimitReached last) {
    if (reached.others() && (last == null || !last.others() || last.limit() != reached.limit())) {
      listener.onHeld(reached.reason(limits));
    }
  }

  private CallPermit pass(Duration left) throws TroubleException {
    if (left.isNegative() || left.isZero()) {
      claim.giveBackCall();
      throw held("no time was left for the next call");
    }
    return new CallPermit(left);
  }

  private void pause(Duration pause) {
    Duration before = pacer.elapsed();
    pacer.pause(pause);
    waited = waited.plus(pacer.elapsed().minus(before));
    if (pacer.elapsed().minus(before).compareTo(pause.dividedBy(2)) < 0) {
      // A pacer that no longer lets time pass has been cancelled, and the run with it.
      throw ExportException.cancelled();
    }
  }

  private static TroubleException held(String reason) {
    return new TroubleException(Trouble.of(Trouble.Kind.LIMITS_HELD, reason), null);
  }

  /** Begins to count the time of a call. */
  CallClock clock(Duration most) {
    return CallClock.start(pacer, most);
  }

  /** The call has surely reached the service, or failed. */
  void leave(CallPermit permit) {
    permit.end();
    claim.end();
  }

  /**
   * The service said that there were too many calls, which tells the other runs of this user too.
   *
   * @param asked how long it asked to wait; empty where it did not
   */
  void slowDown(Optional<Duration> asked) {
    claim.slowDown(asked.orElse(USUAL_SLOW_DOWN));
  }

  /** No call follows for a while. */
  void rest() {
    if (reserved) {
      reserved = false;
      claim.giveBackCall();
    }
    closeIdleConnections.run();
    claim.giveBackConnection();
  }

  /** VidiCenter has nothing to build any more, as far as this caller knows. */
  void endBuild() {
    claim.giveBackExport();
  }
}
