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
 * CallRecords}, and behind them who waits for what; locks on bytes behind it are the connections
 * that are open, the exports that are being built, and the runs that have had to wait. Thread-safe.
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

  // Older versions of this program know the call records and the places before those of runs.
  private static final int FIRST_CONNECTION = 1;
  private static final int FIRST_EXPORT = FIRST_CONNECTION + MOST.connections();
  private static final int FIRST_RUN = 16;

  private final String name;
  private final FileChannel channel;
  private final SlotLocks slots;
  private final Supplier<Duration> elapsed;
  private final SharedPlaces connections;
  private final SharedPlaces exports;
  private final SharedCalls calls;

  private LimitsFile(String name, FileChannel channel, ServiceLimits limits, MachineClock clock) {
    this.name = name;
    this.channel = channel;
    this.slots = new SlotLocks(channel);
    this.elapsed = clock.elapsed();
    WaitingMarks marks = new WaitingMarks(channel, new RunNumber(slots, FIRST_RUN), clock.mark());
    this.connections =
        new SharedPlaces(
            slots,
            FIRST_CONNECTION,
            MOST.connections(),
            limits.connections(),
            new WaitingLine(marks, 0));
    this.exports =
        new SharedPlaces(
            slots, FIRST_EXPORT, MOST.exports(), limits.exports(), new WaitingLine(marks, 1));
    this.calls =
        new SharedCalls(
            new StoredCallRecords(channel, MOST, clock),
            connections,
            limits,
            new WaitingLine(marks, 2));
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
    @Nullable FileLock connection;
    @Nullable Duration endOfCall;
    @Nullable Duration ownPause;
    private @Nullable FileLock export;
    private boolean awaitsExport;
    private boolean connectedForThisCall;
  }

  /** Does what {@link dev.vidiexport.domain.port.Quota.Claim#take} says. */
  synchronized Optional<LimitReached> take(Holding holding, boolean mayBuild, int spareCalls)
      throws IOException {
    try (FileLock mutex = slots.mutex()) {
      if (mutex == null) {
        return Optional.of(LimitReached.ofRecords(name));
      }
      Duration now = elapsed.get();
      if (mayBuild && !holdsExport(holding, now)) {
        return Optional.of(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, true));
      }
      boolean connects = holding.connection == null;
      if (connects) {
        holding.connection = connections.take(now);
        if (holding.connection == null) {
          return Optional.of(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, true));
        }
      }
      Optional<LimitReached> reached = calls.take(holding, connects, spareCalls, now);
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
        boolean ignored = holdsExport(holding, elapsed.get());
      }
    }
  }

  private boolean holdsExport(Holding holding, Duration now) throws IOException {
    if (holding.export == null) {
      holding.export = exports.take(now);
      holding.awaitsExport = holding.export == null;
    }
    return holding.export != null;
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
        calls.end(holding, elapsed.get());
      }
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
        calls.withdraw(holding, elapsed.get());
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
        calls.slowDown(holding, pause, elapsed.get());
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

  private void releaseConnection(Holding holding) throws IOException {
    FileLock connection = holding.connection;
    holding.connection = null;
    holding.endOfCall = null;
    if (connection != null) {
      connections.giveBack(connection, elapsed.get());
    }
  }

  /**
   * Does what {@link dev.vidiexport.domain.port.Quota.Claim#giveBackExport} says. Whoever waited
   * for one does so no more; where somebody else has the file, the others learn it a little later.
   */
  synchronized void giveBackExport(Holding holding) throws IOException {
    FileLock export = holding.export;
    holding.export = null;
    if (export != null) {
      exports.giveBack(export, elapsed.get());
    } else if (holding.awaitsExport) {
      holding.awaitsExport = false;
      try (FileLock mutex = slots.mutex()) {
        if (mutex != null) {
          exports.giveUp();
        }
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
