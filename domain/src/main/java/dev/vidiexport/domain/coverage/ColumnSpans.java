package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.table.ColumnType;
import java.util.OptionalDouble;

/** Makes and joins the spans of columns. */
public final class ColumnSpans {
  private ColumnSpans() {}

  /**
   * The span of a column that was seen in one window.
   *
   * @param measure of the rows of a slice of that window
   */
  public static ColumnSpan of(NumberedColumn column, TimeWindow window, ColumnMeasure measure) {
    boolean isNumber = column.type() == ColumnType.WHOLE || column.type() == ColumnType.DECIMAL;
    OptionalDouble mean =
        isNumber ? OptionalDouble.of(measure.sum() / measure.values()) : OptionalDouble.empty();
    return new ColumnSpan(column, window, window, mean, mean);
  }

  /** What is known of a column, and what was seen of it since: where both are of a window, that. */
  public static ColumnSpan joined(ColumnSpan known, ColumnSpan seen) {
    boolean isFirst = seen.first().compareTo(known.first()) <= 0;
    boolean isLast = seen.last().compareTo(known.last()) >= 0;
    return new ColumnSpan(
        seen.column(),
        isFirst ? seen.first() : known.first(),
        isLast ? seen.last() : known.last(),
        isFirst ? seen.meanAtFirst() : known.meanAtFirst(),
        isLast ? seen.meanAtLast() : known.meanAtLast());
  }
}
