package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The service: has an export for each run, and remembers who called when, and what was built. */
final class SimulatedVidiCenter {
  private final ServiceLimits limits;
  private final SimulatedClock clock;
  private final ReachedFaults faults;
  private final Map<Integer, ServedExport> exports = new TreeMap<>();
  private final AskedExports askedFor = new AskedExports();
  private final List<Duration> arrivals = new ArrayList<>();

  SimulatedVidiCenter(ServiceLimits limits, SimulatedClock clock, ReachedFaults faults) {
    this.limits = limits;
    this.clock = clock;
    this.faults = faults;
  }

  /** Serves the export that a run asks for. */
  ServedExport serve(int location, RunSchedule run, ReachedFaults faultsOfRun) {
    ServedExport export = new ServedExport(run, this, clock, faultsOfRun);
    exports.put(location, export);
    return export;
  }

  /** The export of a location. */
  ServedExport export(int location) {
    return Optional.ofNullable(exports.get(location))
        .orElseThrow(() -> new AssertionError("Nobody should ask for location " + location));
  }

  /** A call has arrived, whatever becomes of it. */
  void arrive() {
    Duration now = clock.elapsed();
    arrivals.add(now);
    if (arrivalsSince(now.minus(limits.rateWindow())) >= limits.calls()) {
      faults.reach(Fault.LIMITS_REACHED);
    }
  }

  private int arrivalsSince(Duration moment) {
    int count = 0;
    for (int index = arrivals.size() - 1; index >= 0; index--) {
      if (arrivals.get(index).compareTo(moment) <= 0) {
        break;
      }
      count++;
    }
    return count;
  }

  /**
   * When the build of an export can begin that is asked for now: the service goes on with what it
   * builds, also when nobody waits for it any more.
   */
  Duration roomForBuild(ServedExport wanted) {
    Duration now = clock.elapsed();
    List<Duration> others =
        exports.values().stream()
            .filter(export -> export != wanted)
            .flatMap(export -> export.current().stream())
            .filter(build -> build.isUnderWay(now))
            .map(Build::ready)
            .sorted()
            .toList();
    int tooMany = others.size() + 1 - limits.exports();
    return tooMany > 0 ? others.get(tooMany - 1) : now;
  }

  AskedExports askedFor() {
    return askedFor;
  }

  /** When calls arrived, of all runs. */
  List<Duration> arrivals() {
    return arrivals;
  }
}
