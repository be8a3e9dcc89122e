package dev.vidiexport.spi;

import dev.vidiexport.domain.table.ColumnType;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Holds rows that are read from a table, and refuses values of another type than their column. */
final class FilledRows implements RowFiller {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final List<SliceColumn> columns;
  private final int most;
  private final List<List<Object>> rows = new ArrayList<>();
  private Object[] row;

  /**
   * Holds no rows yet.
   *
   * @param columns those that the table has, in the order in which values are put
   * @param most how many rows it takes at a time
   */
  FilledRows(List<SliceColumn> columns, int most) {
    this.columns = columns;
    this.most = most;
    this.row = new Object[columns.size()];
  }

  /** The rows since the last call. */
  List<List<Object>> taken() {
    List<List<Object>> taken = List.copyOf(rows);
    rows.clear();
    return taken;
  }

  @Override
  public boolean isFull() {
    return rows.size() >= most;
  }

  @Override
  public void putWhole(int column, long value) {
    put(column, Set.of(ColumnType.WHOLE), value);
  }

  @Override
  public void putDecimal(int column, double value) {
    put(column, Set.of(ColumnType.DECIMAL), value);
  }

  @Override
  public void putTruth(int column, boolean value) {
    put(column, Set.of(ColumnType.BOOLEAN), value);
  }

  @Override
  public void putTimestampMicros(int column, long micros) {
    put(
        column,
        Set.of(ColumnType.TIMESTAMP),
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, MICROS_PER_SECOND),
            Math.toIntExact(Math.floorMod(micros, MICROS_PER_SECOND) * 1000),
            ZoneOffset.UTC));
  }

  @Override
  public void putText(int column, String text) {
    put(column, Set.of(ColumnType.TEXT, ColumnType.NESTED), text);
  }

  private void put(int column, Set<ColumnType> types, Object value) {
    ColumnType type = columns.get(column).column().type();
    if (!types.contains(type)) {
      throw new AssertionError(
          "A %s column was given %s".formatted(type.label(), value.getClass().getSimpleName()));
    }
    row[column] = value;
  }

  @Override
  public void endRow() {
    if (isFull()) {
      throw new AssertionError("A row was put after the filler was full");
    }
    rows.add(Collections.unmodifiableList(Arrays.asList(row)));
    row = new Object[columns.size()];
  }
}
