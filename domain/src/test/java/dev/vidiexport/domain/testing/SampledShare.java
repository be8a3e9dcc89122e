package dev.vidiexport.domain.testing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of something long the tests do: a share of it in every build, and all of it in the
 * thorough one, which runs again what has the tag {@code sampled}. So whoever asks here has it.
 */
public final class SampledShare {
  private static final boolean WHOLE = Boolean.getBoolean("vidiexport.thorough");

  private SampledShare() {}

  /**
   * One of two, as it is every build or the thorough one.
   *
   * @param <T> what they are
   */
  public static <T> T of(T some, T all) {
    return of(some, all, WHOLE);
  }

  static <T> T of(T some, T all, boolean whole) {
    return whole ? all : some;
  }

  /**
   * Every so manieth of a list from the first one on, or all of them in the thorough build.
   *
   * @param <T> what is in it
   */
  public static <T> List<T> everyNth(int nth, List<T> all) {
    return everyNth(nth, all, WHOLE);
  }

  static <T> List<T> everyNth(int nth, List<T> all, boolean whole) {
    int step = whole ? 1 : nth;
    return IntStream.iterate(0, index -> index < all.size(), index -> index + step)
        .mapToObj(all::get)
        .toList();
  }
}
