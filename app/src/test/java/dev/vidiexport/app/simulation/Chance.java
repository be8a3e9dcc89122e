package dev.vidiexport.app.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that a seed settles, in the words of a schedule. Not thread-safe. */
record Chance(SplittableRandom random) {
  /** Chance for one purpose, which does not change when another purpose draws more. */
  static Chance of(long seed, String purpose) {
    // Neighbouring seeds begin the same sequence at neighbouring places; what they draw does not.
    long mixed = new SplittableRandom(seed).nextLong() ^ purpose.hashCode();
    return new Chance(new SplittableRandom(mixed));
  }

  boolean in(double share) {
    return random.nextDouble() < share;
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  Duration millis(long least, long most) {
    return Duration.ofMillis(random.nextLong(least, most + 1));
  }

  Duration seconds(long least, long most) {
    return millis(1000 * least, 1000 * most);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
