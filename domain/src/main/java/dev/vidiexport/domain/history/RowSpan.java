package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

/**
 * From which window to which an export has rows. Immutable.
 *
 * @param last not before the first
 */
public record RowSpan(TimeWindow first, TimeWindow last) {
  public RowSpan {
    requireNonNull(first, "first must not be null");
    requireNonNull(last, "last must not be null");
    if (last.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "last must not be before %s, but was %s".formatted(first, last));
    }
  }
}
