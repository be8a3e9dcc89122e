package dev.vidiexport.domain.port;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What VidiCenter takes from one user at a time, shared by all that know of one another: the runs
 * of one process, or all runs of the user on one machine. It never waits; whoever finds no room
 * asks again later. Claims of one process are promised nothing of what the others leave; whoever
 * makes several of them asks for them in the right order. Thread-safe.
 *
 * <p>Where processes share it, none is starved by others that ask more often. A process that is
 * refused something is known to the others from then on, as long as it asks again within two
 * seconds, or within two seconds after the time that it was told to wait, and as long as it lives.
 * What becomes free is left to those who wait:
 *
 * <ul>
 *   <li>a connection, or room for an export, to the process that holds the fewest; of several, to
 *       the one that has been refused for the longest time since it last took or gave one back;
 *   <li>room for a call to the process that would leave the fewest spare calls; of several, to the
 *       one that has waited longest for a call. One that has waited for five seconds leaves no
 *       spare calls any more.
 * </ul>
 *
 * What is free beyond that is taken by whoever asks. A process whose own limits are lower than
 * those of the others is left nothing while these use as much as it may, and of a great many that
 * wait some may be unknown to the others.
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
     * <p>A claim that was refused room for an export waits for it until it gets it, or until {@link
     * #giveBackExport}; what else it was refused it waits for until it gets it, or asks no more.
     *
     * @param mayBuild whether VidiCenter may start to build an export because of the call
     * @param spareCalls how many calls more there must be room for, which are left to others; not
     *     negative. As many as the limits allow at most, less the one that is taken
     * @return empty when the call can be made, and {@link #end} or {@link #giveBackCall} must
     *     follow; otherwise what is short. Where it is calls, and all that are too many have ended,
     *     {@code least} is exactly when their places are free, should nobody take these before
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
     * VidiCenter builds nothing any more, as far as anybody knows. When no such room is held,
     * nothing is given back, but a claim that waited for it does so no more.
     */
    void giveBackExport();
  }
}
