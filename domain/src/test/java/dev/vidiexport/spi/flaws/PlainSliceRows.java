package dev.vidiexport.spi.flaws;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.RowFiller;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceRows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rows of a table in memory. */
final class PlainSliceRows implements SliceRows {
  private final PlainSliceTable table;
  private final CommittedSlice committed;
  private final List<SliceColumn> columns;
  private final List<PlainSliceTable.Row> rows;
  private int next;

  PlainSliceRows(PlainSliceTable table, Slice slice, List<SliceColumn> columns) throws IOException {
    this.table = table;
    this.committed =
        Optional.ofNullable(table.committed.get(slice))
            .orElseThrow(() -> new IOException("nothing of it is committed"));
    this.columns =
        columns.stream()
            .filter(
                column -> table.flaw == SliceFlaw.SHOWS_ALL_COLUMNS || isIn(table.columns, column))
            .toList();
    this.rows = table.rowsOf(slice.id());
  }

  private static boolean isIn(List<SliceColumn> columns, SliceColumn column) {
    return columns.stream().anyMatch(one -> one.number() == column.number());
  }

  @Override
  public CommittedSlice committed() {
    return committed;
  }

  @Override
  public List<SliceColumn> columns() {
    return columns;
  }

  @Override
  public boolean fill(RowFiller filler) {
    List<PlainSliceTable.Row> all =
        table.flaw == SliceFlaw.LIVE_ROWS ? table.rowsOf(committed.slice().id()) : rows;
    int first = next;
    while (next < all.size() && (table.flaw == SliceFlaw.OVERFILLS || !filler.isFull())) {
      put(all.get(next), filler);
      next++;
    }
    return next > first;
  }

  private void put(PlainSliceTable.Row row, RowFiller filler) {
    for (int place = 0; place < columns.size(); place++) {
      Object value = row.values().get(columns.get(place).number());
      if (value != null) {
        put(value, columns.get(place), place, filler);
      }
    }
    filler.endRow();
  }

  private static void put(Object value, SliceColumn column, int place, RowFiller filler) {
    if (value instanceof Double decimal) {
      filler.putDecimal(place, decimal);
    } else if (value instanceof Boolean truth) {
      filler.putTruth(place, truth);
    } else if (value instanceof String text) {
      filler.putText(place, text);
    } else if (column.column().type().label().equals("timestamp")) {
      filler.putTimestampMicros(place, (Long) value);
    } else {
      filler.putWhole(place, (Long) value);
    }
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
