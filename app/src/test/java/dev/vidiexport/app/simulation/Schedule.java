package dev.vidiexport.app.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is planned for one process and the runs in it; all of it follows from the seed. In most
 * there is one run; in the others there are several, which meet before they are over.
 */
record Schedule(long seed, ProcessSchedule process, List<RunSchedule> runs) {
  static final Duration NEVER = Duration.ofDays(36_500);

  private static final double SEVERAL_SHARE = 0.25;
  private static final int MOST_RUNS = 4;

  static Schedule of(long seed) {
    SeededChance chance = SeededChance.of(seed, "schedule");
    Pace pace = Pace.of(chance);
    RunSchedule first = RunSchedule.of(seed, 1, pace, chance);
    ProcessSchedule process =
        ProcessSchedule.of(SharingSchedule.of(SeededChance.of(seed, "sharing")), pace, chance);
    SeededChance several = SeededChance.of(seed, "several runs");
    return several.in(SEVERAL_SHARE)
        ? new Schedule(seed, process.ofSeveral(several), severalRuns(first, several))
        : new Schedule(seed, process, List.of(first));
  }

  private static List<RunSchedule> severalRuns(RunSchedule first, SeededChance chance) {
    int count = chance.between(2, MOST_RUNS);
    int alone = chance.in(0.3) ? chance.between(1, count) : 0;
    List<RunSchedule> runs = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      RunSchedule run = number == 1 ? first : neighbour(first.seed(), number);
      Duration begin = chance.in(0.5) ? Duration.ZERO : chance.seconds(0, 20);
      runs.add(run.at(begin, cancelledAt(number == alone, begin, chance), deadline(chance)));
    }
    return runs;
  }

  private static RunSchedule neighbour(long seed, int number) {
    SeededChance chance = SeededChance.of(seed, "schedule of run " + number);
    return RunSchedule.of(seed, number, Pace.of(chance), chance);
  }

  /** Not so short that a busy machine could be slower, nor so long that all looks take long. */
  private static Duration deadline(SeededChance chance) {
    return chance.in(0.3) ? chance.seconds(20, 60) : chance.seconds(60, 240);
  }

  private static Duration cancelledAt(boolean alone, Duration begin, SeededChance chance) {
    Duration after = chance.in(0.5) ? chance.millis(0, 2_000) : chance.seconds(0, 40);
    return alone ? begin.plus(after) : NEVER;
  }

  boolean hasSeveralRuns() {
    return runs.size() > 1;
  }

  /** One of the runs alone, on a calm day, after whatever happened. */
  Schedule calm(RunSchedule run) {
    return new Schedule(seed, process.calm(), List.of(run.calm()));
  }

  /** Chance for one purpose of the process. */
  SeededChance chance(String purpose) {
    return SeededChance.of(seed, purpose);
  }
}
