package dev.vidiexport.http.sandbox.data;

import java.time.LocalDateTime;
import java.util.stream.LongStream;

/**
 * How the cameras are doing, which follows from the seed: most have sent until the end of the
 * made-up time, some are late, and some have been taken down. All were there before 2016, and none
 * stopped before the spring of 2025, so that every example finds all of them at work.
 */
final class Cameras {
  private static final LocalDateTime FIRST_CREATION = LocalDateTime.of(2014, 3, 1, 9, 30);
  private static final int DAYS_OF_CREATIONS = 600;

  private static final LocalDateTime FIRST_END = LocalDateTime.of(2025, 3, 1, 18, 0);
  private static final int DAYS_OF_ENDS = 200;

  /** The present of the made-up data. */
  private static final LocalDateTime LAST_UPLOAD = LocalDateTime.of(2026, 1, 31, 23, 55);

  private static final int MOST_DAYS_LATE = 20;
  private static final int TAKEN_DOWN_ONE_IN = 6;
  private static final int LATE_ONE_IN = 4;

  private final long seed;

  Cameras(long seed) {
    this.seed = seed;
  }

  /** Whether a location's camera is still meant to be at work. */
  boolean isActive(long location) {
    return !Chance.onceIn(TAKEN_DOWN_ONE_IN, chance(location, 1));
  }

  Life lifeOf(long location) {
    return new Life(
        FIRST_CREATION.plusDays(Chance.below(chance(location, 0), DAYS_OF_CREATIONS)),
        lastUpload(location));
  }

  /** Of several locations together; at least one. */
  Life lifeOf(LongStream locations) {
    return locations.mapToObj(this::lifeOf).reduce(Life::with).orElseThrow();
  }

  private LocalDateTime lastUpload(long location) {
    if (!isActive(location)) {
      return FIRST_END.plusDays(Chance.below(chance(location, 2), DAYS_OF_ENDS));
    }
    return Chance.onceIn(LATE_ONE_IN, chance(location, 3))
        ? LAST_UPLOAD.minusDays(1 + Chance.below(chance(location, 4), MOST_DAYS_LATE))
        : LAST_UPLOAD;
  }

  private long chance(long location, int question) {
    // Not the chance that traffic comes from: how busy a place is says nothing of its camera.
    return Chance.mix(Chance.mix(~seed, location), question);
  }
}
