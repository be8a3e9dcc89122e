package dev.vidiexport.app.limits;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The calls of a minute as one run makes them. A call that becomes free is left to whoever waits
 * and would leave fewer calls to others, or as many and waits longer. Whoever calls a method holds
 * the file's mutex. Not thread-safe.
 */
final class SharedCalls {
  /** A run that has waited for so long leaves none to others any more: it would never get any. */
  static final Duration LONGEST_SPARING = Duration.ofSeconds(5);

  private final StoredCallRecords stored;
  private final SharedPlaces connections;
  private final ServiceLimits limits;
  private final WaitingLine line;

  /**
   * Calls over connections.
   *
   * @param limits of this run
   */
  SharedCalls(
      StoredCallRecords stored, SharedPlaces connections, ServiceLimits limits, WaitingLine line) {
    this.stored = stored;
    this.connections = connections;
    this.limits = limits;
    this.line = line;
  }

  /**
   * Takes a call over the connection that is held.
   *
   * @param connects whether it was taken for this call
   * @return empty when it was taken, otherwise what is short
   */
  Optional<LimitReached> take(
      LimitsFile.Holding holding, boolean connects, int spareCalls, Duration now)
      throws IOException {
    CallRecords records = stored.read();
    int own = connection(holding);
    if (connects) {
      records.end(own, now);
    }
    recordEnd(holding, records);
    for (int connection = 0; connection < connections.count(); connection++) {
      if (connection != own && records.isUnderWay(connection) && !connections.isHeld(connection)) {
        records.end(connection, now);
      }
    }
    records.forget(now, limits.rateWindow());
    Optional<LimitReached> reached = reached(holding, records, spareCalls, now);
    if (reached.isEmpty()) {
      records.begin(own);
      line.leave();
    }
    stored.write(records);
    return reached;
  }

  private Optional<LimitReached> reached(
      LimitsFile.Holding holding, CallRecords records, int spareCalls, Duration now)
      throws IOException {
    Duration pause = records.pauseLeft(now);
    if (isPositive(pause) && !records.pausedAt().equals(holding.ownPause)) {
      return Optional.of(LimitReached.lasting(Limit.PAUSE, true, pause));
    }
    boolean spares = now.minus(line.since(now)).compareTo(LONGEST_SPARING) < 0;
    int spare = spares ? Math.min(spareCalls, limits.calls() - 1) : 0;
    int most = limits.calls() - spare - line.ahead(spare, records.calls(), now);
    if (records.calls() < most) {
      return Optional.empty();
    }
    Optional<Duration> wait =
        records.endBeforeRoom(most).map(end -> limits.rateWindow().minus(now.minus(end)));
    line.await(spare, limits.calls(), now, wait.orElse(Duration.ZERO));
    return Optional.of(
        wait.map(least -> LimitReached.lasting(Limit.CALLS, true, least))
            .orElseGet(() -> LimitReached.untilSomebodyIsDone(Limit.CALLS, true)));
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  /** Writes down that the call has ended. */
  void end(LimitsFile.Holding holding, Duration now) throws IOException {
    CallRecords records = stored.read();
    recordEnd(holding, records);
    records.forget(now, limits.rateWindow());
    stored.write(records);
  }

  private void recordEnd(LimitsFile.Holding holding, CallRecords records) {
    if (holding.endOfCall != null) {
      records.end(connection(holding), holding.endOfCall);
      holding.endOfCall = null;
    }
  }

  /** The call was not made. */
  void withdraw(LimitsFile.Holding holding, Duration now) throws IOException {
    CallRecords records = stored.read();
    records.withdraw(connection(holding));
    records.forget(now, limits.rateWindow());
    stored.write(records);
  }

  /** The service has told whoever holds this to slow down. */
  void slowDown(LimitsFile.Holding holding, Duration pause, Duration now) throws IOException {
    CallRecords records = stored.read();
    records.forget(now, limits.rateWindow());
    records.slowDown(now, pause.compareTo(limits.rateWindow()) > 0 ? limits.rateWindow() : pause);
    holding.ownPause = now;
    stored.write(records);
  }

  private int connection(LimitsFile.Holding holding) {
    if (holding.connection == null) {
      throw new IllegalStateException("No connection is held");
    }
    return connections.number(holding.connection);
  }
}
