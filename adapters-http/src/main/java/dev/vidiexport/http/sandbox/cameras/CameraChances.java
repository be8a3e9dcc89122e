package dev.vidiexport.http.sandbox.cameras;

import dev.vidiexport.http.sandbox.chance.Chance;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What chance has in store for the cameras, which follows from the seed. All were there before
 * 2016; some are taken down, none of them before the spring of 2025, so that every example finds
 * all of them at work.
 */
final class CameraChances {
  private static final LocalDateTime FIRST_CREATION = LocalDateTime.of(2014, 3, 1, 9, 30);
  private static final int DAYS_OF_CREATIONS = 600;

  private static final LocalDateTime FIRST_END = LocalDateTime.of(2025, 3, 1, 18, 0);
  private static final int DAYS_OF_ENDS = 200;
  private static final int TAKEN_DOWN_ONE_IN = 6;

  private final long seed;

  CameraChances(long seed) {
    this.seed = seed;
  }

  long seed() {
    return seed;
  }

  LocalDateTime created(long location) {
    return FIRST_CREATION.plusDays(Chance.below(of(location, 0), DAYS_OF_CREATIONS));
  }

  /** Whether the camera is one of those that are taken down at some time. */
  boolean isTakenDown(long location) {
    return Chance.onceIn(TAKEN_DOWN_ONE_IN, of(location, 1));
  }

  /** When it is taken down, if it is. */
  LocalDateTime takenDown(long location) {
    return FIRST_END.plusDays(Chance.below(of(location, 2), DAYS_OF_ENDS));
  }

  static ZoneOffset zone(long location) {
    return ZoneOffset.ofHours(1 + (int) ((location - SandboxTopology.FIRST_LOCATION) % 2));
  }

  /** Bits for a question about a camera, beyond 2, which are used up above. */
  long of(long location, int question) {
    // Not the chance that traffic comes from: how busy a place is says nothing of its camera.
    return Chance.mix(Chance.mix(~seed, location), question);
  }
}
