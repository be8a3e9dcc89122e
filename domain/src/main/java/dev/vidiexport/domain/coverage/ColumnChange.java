package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.TimeWindow;

/** A change of the keys that VidiCenter sends for an export. Immutable. */
public sealed interface ColumnChange {
  /** The first window that shows it. */
  TimeWindow window();

  /** The column that it is about; of two the new one. */
  NumberedColumn column();

  /** A key that is new: rows of earlier windows have it nowhere. */
  record Appeared(NumberedColumn column, TimeWindow window) implements ColumnChange {
    public Appeared {
      requireNonNull(column, "column must not be null");
      requireNonNull(window, "window must not be null");
    }
  }

  /** A key that has gone from all rows for a week or more. */
  record Disappeared(NumberedColumn column, TimeWindow window) implements ColumnChange {
    public Disappeared {
      requireNonNull(column, "column must not be null");
      requireNonNull(window, "window must not be null");
    }
  }

  /**
   * A key that looks as if it were called another way now.
   *
   * @param from the key that has gone
   * @param column the one that came in its place
   */
  record Renamed(NumberedColumn from, NumberedColumn column, TimeWindow window)
      implements ColumnChange {
    public Renamed {
      requireNonNull(from, "from must not be null");
      requireNonNull(column, "column must not be null");
      requireNonNull(window, "window must not be null");
    }
  }
}
