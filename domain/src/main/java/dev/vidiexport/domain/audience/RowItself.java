package dev.vidiexport.domain.audience;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.RowBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are one viewer, person or vehicle each: those that have a value in one of some columns,
 * and in none of some others. For one thread.
 */
final class RowItself implements RowNumbers {
  private final List<Integer> some;
  private final List<Integer> none;
  private @Nullable RowBatch current;

  /**
   * Looks at columns.
   *
   * @param some one of these has a value; no columns for any row
   * @param none none of these has one
   */
  RowItself(List<Integer> some, List<Integer> none) {
    this.some = List.copyOf(some);
    this.none = List.copyOf(none);
  }

  @Override
  public void read(RowBatch batch) {
    current = batch;
  }

  @Override
  public boolean isPresent(int row) {
    RowBatch batch = requireNonNull(current, "a batch must have been read");
    return (some.isEmpty() || hasValue(batch, row, some)) && !hasValue(batch, row, none);
  }

  private static boolean hasValue(RowBatch batch, int row, List<Integer> columns) {
    for (int column : columns) {
      if (!batch.isNull(row, column)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double value(int row) {
    return 1;
  }
}
