package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

/**
 * The two slices that take the place of one that is too much for one request: together they ask for
 * all its sources. Immutable.
 *
 * @param first of the lower ids; by one source larger where the number of sources is odd
 * @param second of the higher ids
 */
public record SliceHalves(SliceKey whole, SliceKey first, SliceKey second) {
  public SliceHalves {
    requireNonNull(whole, "whole must not be null");
    requireNonNull(first, "first must not be null");
    requireNonNull(second, "second must not be null");
  }

  /**
   * The halves of a slice.
   *
   * @throws IllegalArgumentException when it has one source
   */
  public static SliceHalves of(SliceKey whole) {
    int size = whole.sources().size();
    if (size < 2) {
      throw new IllegalArgumentException(
          "A slice of one source has no halves: " + whole.sources().text());
    }
    int middle = (size + 1) / 2;
    return new SliceHalves(whole, part(whole, 0, middle), part(whole, middle, size));
  }

  private static SliceKey part(SliceKey whole, int from, int to) {
    return new SliceKey(whole.export(), whole.window(), whole.sources().part(from, to));
  }
}
