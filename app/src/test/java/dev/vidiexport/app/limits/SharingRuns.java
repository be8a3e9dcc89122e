package dev.vidiexport.app.limits;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Runs that share one file, in a time of their own. */
final class SharingRuns implements AutoCloseable {
  static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Path path;
  private final List<Run> runs = new ArrayList<>();
  private Duration now = Duration.ofDays(3);

  SharingRuns(Path path) {
    this.path = path;
  }

  Run begin(ServiceLimits limits) throws IOException {
    return begin(limits, 1);
  }

  /** Begins a run by a clock with a mark; all clocks show the same time. */
  Run begin(ServiceLimits limits, long clock) throws IOException {
    MachineClock machineClock = new MachineClock(clock, () -> now, () -> Instant.EPOCH.plus(now));
    Run run = new Run(LimitsFile.open(path, limits, machineClock));
    runs.add(run);
    return run;
  }

  Duration now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() throws IOException {
    for (Run run : runs) {
      run.end();
    }
  }

  /** A run, all of whose places are alike. */
  static final class Run {
    private final LimitsFile file;
    private final LimitsFile.Holding caller = new LimitsFile.Holding();
    private final Deque<LimitsFile.Holding> building = new ArrayDeque<>();
    private final Deque<LimitsFile.Holding> connected = new ArrayDeque<>();

    private Run(LimitsFile file) {
      this.file = file;
    }

    /** Asks for one more export; its call is over at once. */
    boolean build() throws IOException {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      if (file.take(holding, true, 0).isPresent()) {
        return false;
      }
      file.end(holding);
      file.giveBackConnection(holding);
      building.addLast(holding);
      return true;
    }

    /** The export that was begun first is built. */
    void built() throws IOException {
      file.giveBackExport(building.removeFirst());
    }

    int builds() {
      return building.size();
    }

    /** Makes a call over one more connection. */
    boolean connect() throws IOException {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      if (file.take(holding, false, 0).isPresent()) {
        return false;
      }
      file.end(holding);
      connected.addLast(holding);
      return true;
    }

    /** Makes one more call over the connection that was opened last. */
    boolean callAgain() throws IOException {
      boolean taken = file.take(connected.getLast(), false, 0).isEmpty();
      if (taken) {
        file.end(connected.getLast());
      }
      return taken;
    }

    void disconnect() throws IOException {
      file.giveBackConnection(connected.removeFirst());
    }

    /** Makes a call that leaves room for others; what it is short of otherwise. */
    Optional<LimitReached> call(int spareCalls) throws IOException {
      Optional<LimitReached> reached = file.take(caller, false, spareCalls);
      if (reached.isEmpty()) {
        file.end(caller);
        file.giveBackConnection(caller);
      }
      return reached;
    }

    LimitsFile file() {
      return file;
    }

    /** As by SIGKILL. */
    void end() throws IOException {
      file.close();
    }
  }
}
