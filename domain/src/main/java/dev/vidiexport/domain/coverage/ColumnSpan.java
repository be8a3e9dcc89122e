package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.TimeWindow;
import java.util.OptionalDouble;

/**
 * From which window to which a column of an export has values. Immutable.
 *
 * @param first the first window in which a row has a value
 * @param last the last one; not before {@code first}
 * @param meanAtFirst the mean of the values of a numeric column in the first window, over its rows
 * @param meanAtLast likewise in the last window
 */
public record ColumnSpan(
    NumberedColumn column,
    TimeWindow first,
    TimeWindow last,
    OptionalDouble meanAtFirst,
    OptionalDouble meanAtLast) {
  public ColumnSpan {
    requireNonNull(column, "column must not be null");
    requireNonNull(first, "first must not be null");
    requireNonNull(last, "last must not be null");
    requireNonNull(meanAtFirst, "meanAtFirst must not be null");
    requireNonNull(meanAtLast, "meanAtLast must not be null");
    if (last.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "last must not be before first, but was %s < %s".formatted(last.label(), first.label()));
    }
  }
}
