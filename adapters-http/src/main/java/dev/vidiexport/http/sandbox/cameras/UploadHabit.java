package dev.vidiexport.http.sandbox.cameras;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How often a camera sends what it measured. */
enum UploadHabit {
  PROMPT(Duration.ofMinutes(5)),
  HOURS_LATE(Duration.ofHours(6)),
  DAYS_LATE(Duration.ofDays(3)),
  WEEKS_LATE(Duration.ofDays(21));

  /** Every other camera is prompt; of six in a row there is one of each other kind. */
  private static final List<UploadHabit> TURNS =
      List.of(PROMPT, HOURS_LATE, PROMPT, DAYS_LATE, PROMPT, WEEKS_LATE);

  private final Duration interval;

  UploadHabit(Duration interval) {
    this.interval = interval;
  }

  /** Of a camera where some are late. */
  static UploadHabit byTurns(long location, long seed) {
    return TURNS.get(Math.floorMod(location + seed, TURNS.size()));
  }

  /**
   * The last time at which it sends by habit, up to a time.
   *
   * @param chance bits that say when in its intervals it sends; one that is prompt sends on the
   *     minute
   */
  Instant lastUpTo(Instant time, long chance) {
    long length = interval.toSeconds();
    long phase = this == PROMPT ? 0 : Math.floorMod(chance, length);
    long second = time.getEpochSecond();
    return Instant.ofEpochSecond(second - Math.floorMod(second - phase, length));
  }
}
