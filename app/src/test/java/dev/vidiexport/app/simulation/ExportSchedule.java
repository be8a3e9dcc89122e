package dev.vidiexport.app.simulation;

import java.time.Duration;
import java.util.List;

/**
 * What becomes of the exports at the service.
 *
 * @param known whether one has been built before the first call
 * @param buildTime how long a build takes, more or less
 * @param stalls whether builds never end
 * @param failureShare how likely a build fails
 * @param life how long a build is kept
 * @param replacedEvery how often somebody else has it rebuilt
 * @param rows the least and the most rows of a build
 * @param drift how the rows leave the columns that the first ten thousand have
 */
record ExportSchedule(
    boolean known,
    Duration buildTime,
    boolean stalls,
    double failureShare,
    Duration life,
    Duration replacedEvery,
    Range rows,
    Drift drift) {
  static final ExportSchedule CALM =
      new ExportSchedule(
          true,
          Duration.ZERO,
          false,
          0,
          Duration.ofDays(1),
          Schedule.NEVER,
          new Range(1, 5),
          Drift.NONE);

  /** So many rows tell the columns; what comes after them can be drift. */
  static final int SAMPLED_ROWS = 10_000;

  record Range(int least, int most) {}

  enum Drift {
    NONE,
    LATE_KEY,
    CHANGED_TYPE,
    KEYS_KEEP_CHANGING
  }

  static ExportSchedule of(SeededChance chance) {
    boolean large = chance.in(0.006);
    return new ExportSchedule(
        chance.in(0.3),
        chance.oneOf(
            List.of(
                Duration.ZERO,
                chance.millis(0, 2_000),
                chance.seconds(1, 30),
                chance.seconds(20, 200),
                chance.seconds(60, 1_200))),
        chance.in(0.02),
        chance.in(0.1) ? 0.5 : 0,
        chance.in(0.15) ? chance.seconds(2, 60) : Duration.ofDays(1),
        chance.in(0.2) ? chance.seconds(2, 30) : Schedule.NEVER,
        rows(chance, large),
        large ? chance.oneOf(List.of(Drift.values())) : Drift.NONE);
  }

  private static Range rows(SeededChance chance, boolean large) {
    if (large) {
      return new Range(SAMPLED_ROWS + 1, SAMPLED_ROWS + 50);
    }
    if (chance.in(0.01)) {
      return new Range(4_090, 4_200);
    }
    return chance.in(0.7) ? new Range(0, 5) : new Range(5, 60);
  }

  /** Whether the sink begins to write while rows still come. */
  boolean isLarge() {
    return rows.most() > SAMPLED_ROWS;
  }
}
