package dev.vidiexport.domain.scheduling;

import java.time.Duration;

/**
 * What is known of how long VidiCenter builds, from the last builds of a run. Nobody is told when a
 * build ends, so that it is taken to have ended halfway between the two answers that it lies
 * between. For one thread at a time.
 */
final class BuildTimes {
  /** Enough to tell how they are spread, and few enough to forget how it was long ago. */
  private static final int MOST = 60;

  /** What is assumed weighs as much as so many builds. */
  private static final double WEIGHT_OF_ASSUMPTION = 5;

  /** The logarithm of how much longer than its age a build is assumed to take at most. */
  private static final double SPREAD = 3;

  private static final double LEAST_SECONDS = 0.001;

  private final double[] seconds = new double[MOST];
  private int size;
  private int next;

  /** A build ended between two ages. */
  void add(Duration unready, Duration ready) {
    seconds[next] = (seconds(unready) + seconds(ready)) / 2;
    next = (next + 1) % MOST;
    size = Math.min(size + 1, MOST);
  }

  /**
   * For how long a build is likely to have been ready, in seconds.
   *
   * <p>Without any knowledge the logarithms of build times are taken to be spread evenly: what has
   * taken long is likely to take long still, and the chance that a build ends now falls with its
   * age.
   *
   * @param unready the age at which it was not ready
   * @param age how old it is now
   */
  double likelyIdleSeconds(Duration unready, Duration age) {
    double from = seconds(unready);
    double to = seconds(age);
    double longer = WEIGHT_OF_ASSUMPTION;
    double waited = to - from;
    double idle =
        WEIGHT_OF_ASSUMPTION * waited * waited / (2 * SPREAD * Math.max(to, LEAST_SECONDS));
    for (int build = 0; build < size; build++) {
      if (seconds[build] > from) {
        longer++;
        idle += Math.max(0, to - seconds[build]);
      }
    }
    return idle / longer;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
