package dev.vidiexport.domain.port;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What VidiCenter takes from one user at a time, shared by all that know of one another: the runs
 * of one process, or all runs of the user on one machine. It never waits; whoever finds no room
 * asks again later, and nobody is promised to be the next. Thread-safe.
 */
public interface Quota extends AutoCloseable {
  /** The limits that are kept. */
  ServiceLimits limits();

  /** The claim of a caller that makes one call at a time; it holds nothing yet. */
  Claim claim();

  /**
   * A quota that no other process shares: it counts what is claimed of this object, and nothing
   * else.
   *
   * @param clock how much time has passed since some fixed moment; never less than before
   */
  static Quota ofItsOwn(ServiceLimits limits, Supplier<Duration> clock) {
    return new ProcessQuota(limits, clock);
  }

  /**
   * Gives up all that its claims hold. What is claimed afterwards is counted by nobody. Never
   * fails; may be called more than once.
   */
  @Override
  default void close() {}

  /** What one caller holds. Each kind is held once at most. Thread-safe. */
  interface Claim {
    /**
     * Takes what the next call needs: room for a call, a connection unless one is held already,
     * and, if the call may start a build, room for an export unless it is held already. Room for an
     * export that is to be had is taken and kept even when the rest is not; of the others all is
     * taken or nothing.
     *
     * @param mayBuild whether VidiCenter may start to build an export because of the call
     * @param spareCalls how many calls more there must be room for, which are left to others; not
     *     negative. As many as the limits allow at most, less the one that is taken
     * @return empty when the call can be made, and {@link #end} or {@link #giveBackCall} must
     *     follow; otherwise what is short
     */
    Optional<LimitReached> take(boolean mayBuild, int spareCalls);

    /** The same, with nothing left to others. */
    default Optional<LimitReached> take(boolean mayBuild) {
      return take(mayBuild, 0);
    }

    /**
     * The call has surely reached the service by now, or failed: its window begins. Until then it
     * counts, however long it takes.
     */
    void end();

    /**
     * The call for which room was taken was not made, and never will be: its room is free at once,
     * and so is the connection, if it was taken for this call.
     */
    void giveBackCall();

    /**
     * The service said that there were too many calls: the other claims get no room for a while.
     * Whoever was told knows it, and is not held up here.
     *
     * @param pause how long; positive, and cut to the window of the limits where it is longer
     */
    void slowDown(Duration pause);

    /** No connection is open any more. Does nothing when none is held. */
    void giveBackConnection();

    /**
     * VidiCenter builds nothing any more, as far as anybody knows. Does nothing when no such room
     * is held.
     */
    void giveBackExport();
  }
}
