package dev.vidiexport.domain.scheduling;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What comes in the way of a run.
 *
 * @param random decides each time
 * @param lostShare how many of all calls bring nothing
 * @param forgottenShare how many of the exports that are to be fetched have to be built anew
 * @param otherCalls when another run of the same user has something built
 */
record ServiceMishaps(
    Random random, double lostShare, double forgottenShare, List<Duration> otherCalls) {
  private static final int MOST_OTHER_CALLS = 20;
  private static final int SECONDS_OF_OTHERS = 600;
  private static final int MOST_PAUSE = 90;

  /** Nothing does. */
  static ServiceMishaps none(Random random) {
    return new ServiceMishaps(random, 0, 0, List.of());
  }

  /** Much does. */
  static ServiceMishaps many(Random random) {
    List<Duration> otherCalls =
        Stream.generate(() -> Duration.ofSeconds(random.nextInt(SECONDS_OF_OTHERS)))
            .limit(random.nextInt(MOST_OTHER_CALLS))
            .toList();
    return new ServiceMishaps(random, random.nextDouble() / 2, random.nextDouble() / 2, otherCalls);
  }

  boolean isLost() {
    return random.nextDouble() < lostShare;
  }

  boolean isForgotten() {
    return random.nextDouble() < forgottenShare;
  }

  /** Whether the service says of a lost call that there were too many. */
  boolean isTooMuch() {
    return random.nextBoolean();
  }

  /** How long an export pauses whose call was lost. */
  Duration pause() {
    return Duration.ofSeconds(1 + random.nextInt(MOST_PAUSE));
  }

  /** How long something is built for the other run. */
  Duration othersBuild() {
    return Duration.ofSeconds(1 + random.nextInt(MOST_PAUSE));
  }
}
