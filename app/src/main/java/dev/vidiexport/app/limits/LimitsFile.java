package dev.vidiexport.app.limits;

import dev.vidiexport.app.files.PrivateFiles;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.text.CleanText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The file in which the runs of one user share the service's limits. It contains the {@link
 * CallRecords}; locks on bytes behind it are the connections that are open and the exports that are
 * being built. Thread-safe.
 *
 * <p>A call is under way over a connection. If its process dies, the lock of the connection is free
 * while the call still stands in the records: whoever comes next takes it for ended at that moment,
 * so that the service counts no more than it takes, and nothing is held for ever.
 *
 * <p>One object of a process has the file open and keeps it so: where locks are POSIX's, closing
 * any descriptor of a file gives up all locks that the process has on it.
 */
final class LimitsFile implements Closeable {
  private static final ServiceLimits MOST = ServiceLimits.documented();
  private static final int MOST_CHARACTERS = 500;
  private static final int FIRST_CONNECTION = 1;
  private static final int FIRST_EXPORT = FIRST_CONNECTION + MOST.connections();

  private final String name;
  private final FileChannel channel;
  private final SlotLocks slots;
  private final ServiceLimits limits;
  private final Supplier<Duration> elapsed;
  private final StoredCallRecords stored;

  private LimitsFile(String name, FileChannel channel, ServiceLimits limits, MachineClock clock) {
    this.name = name;
    this.channel = channel;
    this.slots = new SlotLocks(channel);
    this.limits = limits;
    this.elapsed = clock.elapsed();
    this.stored = new StoredCallRecords(channel, MOST, clock);
  }

  /**
   * Opens the file, and makes it where it is missing.
   *
   * @param limits not above those of the documentation, for which the file has room
   * @param clock the one that all processes of the machine share
   */
  static LimitsFile open(Path path, ServiceLimits limits, MachineClock clock) throws IOException {
    if (limits.calls() > MOST.calls()
        || limits.connections() > MOST.connections()
        || limits.exports() > MOST.exports()) {
      throw new IllegalArgumentException(
          "limits must not be above %s, but were %s".formatted(MOST, limits));
    }
    return new LimitsFile(
        CleanText.of(path.toString(), MOST_CHARACTERS), PrivateFiles.open(path), limits, clock);
  }

  /** What one caller holds of the file; at first nothing. */
  static final class Holding {
    private @Nullable FileLock connection;
    private @Nullable FileLock export;
    private boolean connectedForThisCall;
    private @Nullable Duration endOfCall;
    private @Nullable Duration ownPause;
  }

  /** Does what {@link dev.vidiexport.domain.port.Quota.Claim#take} says. */
  synchronized Optional<LimitReached> take(Holding holding, boolean mayBuild, int spareCalls)
      throws IOException {
    try (FileLock mutex = slots.mutex()) {
      if (mutex == null) {
        return Optional.of(LimitReached.ofRecords(name));
      }
      if (mayBuild && !holdsExport(holding)) {
        return Optional.of(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, true));
      }
      boolean connects = holding.connection == null;
      if (connects) {
        holding.connection =
            slots.takeOne(FIRST_CONNECTION, MOST.connections(), limits.connections());
        if (holding.connection == null) {
          return Optional.of(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, true));
        }
      }
      Optional<LimitReached> reached = takeCall(holding, connects, spareCalls);
      holding.connectedForThisCall = connects;
      if (reached.isPresent() && connects) {
        releaseConnection(holding);
      }
      return reached;
    }
  }

  /** Takes room for an export alone, if there is any and none is held. */
  synchronized void takeExport(Holding holding) throws IOException {
    try (FileLock mutex = slots.mutex()) {
      if (mutex != null) {
        boolean ignored = holdsExport(holding);
      }
    }
  }

  private boolean holdsExport(Holding holding) throws IOException {
    if (holding.export == null) {
      holding.export = slots.takeOne(FIRST_EXPORT, MOST.exports(), limits.exports());
    }
    return holding.export != null;
  }

  private Optional<LimitReached> takeCall(Holding holding, boolean connects, int spareCalls)
      throws IOException {
    Duration now = elapsed.get();
    CallRecords records = stored.read();
    int own = connection(holding);
    if (connects) {
      records.end(own, now);
    }
    recordEnd(holding, records);
    for (int connection = 0; connection < MOST.connections(); connection++) {
      if (connection != own
          && records.isUnderWay(connection)
          && !slots.isHeld(FIRST_CONNECTION + connection)) {
        records.end(connection, now);
      }
    }
    records.forget(now, limits.rateWindow());
    Optional<LimitReached> reached = reached(holding, records, spareCalls, now);
    if (reached.isEmpty()) {
      records.begin(own);
    }
    stored.write(records);
    return reached;
  }

  private Optional<LimitReached> reached(
      Holding holding, CallRecords records, int spareCalls, Duration now) {
    Duration pause = records.pauseLeft(now);
    if (isPositive(pause) && !records.pausedAt().equals(holding.ownPause)) {
      return Optional.of(LimitReached.lasting(Limit.PAUSE, true, pause));
    }
    int most = limits.calls() - Math.min(spareCalls, limits.calls() - 1);
    if (records.calls() < most) {
      return Optional.empty();
    }
    return Optional.of(
        records
            .endBeforeRoom(most)
            .map(
                end ->
                    LimitReached.lasting(
                        Limit.CALLS, true, limits.rateWindow().minus(now.minus(end))))
            .orElseGet(() -> LimitReached.untilSomebodyIsDone(Limit.CALLS, true)));
  }

  /** Does what {@link dev.vidiexport.domain.port.Quota.Claim#end} says. */
  synchronized void end(Holding holding) throws IOException {
    holding.endOfCall = elapsed.get();
    tryRecordingEnd(holding);
  }

  /**
   * Writes down that the call has ended. Where somebody else has the file, the call counts as under
   * way for a while longer.
   */
  private void tryRecordingEnd(Holding holding) throws IOException {
    try (FileLock mutex = slots.mutex()) {
      if (mutex != null) {
        CallRecords records = stored.read();
        recordEnd(holding, records);
        records.forget(elapsed.get(), limits.rateWindow());
        stored.write(records);
      }
    }
  }

  private void recordEnd(Holding holding, CallRecords records) {
    if (holding.endOfCall != null) {
      records.end(connection(holding), holding.endOfCall);
      holding.endOfCall = null;
    }
  }

  /**
   * Does what {@link dev.vidiexport.domain.port.Quota.Claim#giveBackCall} says. Where somebody else
   * has the file, the call counts as one that has ended now.
   */
  synchronized void giveBackCall(Holding holding) throws IOException {
    try (FileLock mutex = slots.mutex()) {
      if (mutex == null) {
        holding.endOfCall = elapsed.get();
      } else {
        CallRecords records = stored.read();
        records.withdraw(connection(holding));
        records.forget(elapsed.get(), limits.rateWindow());
        stored.write(records);
      }
    }
    if (holding.connectedForThisCall) {
      giveBackConnection(holding);
    }
  }

  /** Does what {@link dev.vidiexport.domain.port.Quota.Claim#slowDown} says. */
  synchronized void slowDown(Holding holding, Duration pause) throws IOException {
    try (FileLock mutex = slots.mutex()) {
      if (mutex != null) {
        Duration now = elapsed.get();
        CallRecords records = stored.read();
        records.forget(now, limits.rateWindow());
        records.slowDown(
            now, pause.compareTo(limits.rateWindow()) > 0 ? limits.rateWindow() : pause);
        holding.ownPause = now;
        stored.write(records);
      }
    }
  }

  /** Does what {@link dev.vidiexport.domain.port.Quota.Claim#giveBackConnection} says. */
  synchronized void giveBackConnection(Holding holding) throws IOException {
    if (holding.connection != null) {
      if (holding.endOfCall != null) {
        tryRecordingEnd(holding);
      }
      releaseConnection(holding);
    }
  }

  private static void releaseConnection(Holding holding) throws IOException {
    FileLock connection = holding.connection;
    holding.connection = null;
    holding.endOfCall = null;
    if (connection != null) {
      connection.release();
    }
  }

  /** Does what {@link dev.vidiexport.domain.port.Quota.Claim#giveBackExport} says. */
  synchronized void giveBackExport(Holding holding) throws IOException {
    FileLock export = holding.export;
    holding.export = null;
    if (export != null) {
      export.release();
    }
  }

  private static int connection(Holding holding) {
    if (holding.connection == null) {
      throw new IllegalStateException("No connection is held");
    }
    return SlotLocks.place(holding.connection) - FIRST_CONNECTION;
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
