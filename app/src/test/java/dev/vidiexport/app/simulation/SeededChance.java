package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.property.Property;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Chance that follows from a seed, in the words of a schedule. Not thread-safe. */
public record SeededChance(Random random) {
  /** Chance for one purpose, which does not change when another purpose draws more. */
  public static SeededChance of(long seed, String purpose) {
    return new SeededChance(Property.random(Property.random(seed).nextLong() ^ purpose.hashCode()));
  }

  /** Whether something happens that does in a share of all cases, from 0 to 1. */
  public boolean in(double share) {
    return random.nextDouble() < share;
  }

  /** A whole number; both ends belong to the range. */
  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** A time of so many milliseconds; both ends belong to the range. */
  public Duration millis(long least, long most) {
    return Duration.ofMillis(random.nextLong(least, most + 1));
  }

  /** A time of so many seconds; both ends belong to the range. */
  public Duration seconds(long least, long most) {
    return millis(1000 * least, 1000 * most);
  }

  /** One of some. */
  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
