package dev.vidiexport.app.simulation;

import dev.vidiexport.app.console.SimulatedSignals;
import dev.vidiexport.domain.polling.LimitReached;
import java.util.ArrayList;
import java.util.List;

/** The runs of one process, which end together or alone, and keep things from one another. */
final class Neighbours {
  private final Turns turns;
  private final ReachedFaults faults;
  private final SimulatedSignals signals = new SimulatedSignals();
  private final List<SimulatedRun> runs = new ArrayList<>();

  /**
   * No runs yet.
   *
   * @param faults takes those that lie between the runs
   */
  Neighbours(Turns turns, ReachedFaults faults) {
    this.turns = turns;
    this.faults = faults;
  }

  void add(SimulatedRun run) {
    runs.add(run);
  }

  List<SimulatedRun> all() {
    return runs;
  }

  /** What tells them all to end. */
  SimulatedSignals signals() {
    return signals;
  }

  /** The run that has the turn. */
  SimulatedRun running() {
    int number = turns.running();
    return runs.stream()
        .filter(run -> run.runSchedule().number() == number)
        .findFirst()
        .orElseThrow();
  }

  /** Has them take part in turns, and be told to end when the schedule says so. */
  void join(ProcessSchedule processSchedule) {
    turns.at(processSchedule.signalAt(), this::endAll);
    for (SimulatedRun run : runs) {
      turns.at(run.runSchedule().cancelledAt(), () -> end(run));
      turns.join(run.runSchedule().number(), run.runSchedule().begin());
    }
  }

  private void endAll() {
    if (going() > 1) {
      faults.reach(Fault.ALL_OF_SEVERAL_CANCELLED);
    }
    runs.forEach(SimulatedRun::noteSignal);
    signals.signal();
  }

  private void end(SimulatedRun run) {
    if (run.isGoing() && going() > 1) {
      faults.reach(Fault.ONE_OF_SEVERAL_CANCELLED);
    }
    run.cancel();
  }

  private long going() {
    return runs.stream().filter(SimulatedRun::isGoing).count();
  }

  /** The run that has the turn does not get what it needs for a call. */
  void onLimitReached(LimitReached reached) {
    if (reached.others() || attemptsBesides(running()) == 0) {
      return;
    }
    switch (reached.limit()) {
      case CALLS -> faults.reach(Fault.CALLS_USED_UP_BY_NEIGHBOUR);
      case CONNECTIONS -> faults.reach(Fault.CONNECTIONS_HELD_BY_NEIGHBOUR);
      case EXPORTS -> faults.reach(Fault.EXPORTS_HELD_BY_NEIGHBOUR);
      case PAUSE -> faults.reach(Fault.NEIGHBOUR_TOLD_TO_SLOW_DOWN);
      case RECORDS -> throw new AssertionError("Nobody keeps the records");
    }
  }

  private int attemptsBesides(SimulatedRun run) {
    return attempts() - run.calls().attempts();
  }

  /** How many calls all of them have begun. */
  int attempts() {
    return runs.stream().mapToInt(run -> run.calls().attempts()).sum();
  }
}
