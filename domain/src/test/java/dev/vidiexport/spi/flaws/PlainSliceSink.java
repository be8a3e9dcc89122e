package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;

/** Takes the rows of a slice into memory. */
final class PlainSliceSink implements SliceSink {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private final PlainSliceWriter writer;
  private final SliceContext context;
  private final SliceFlaw flaw;
  private final List<PlainSliceTable.Row> rows;
  private final Thread thread = Thread.currentThread();
  private boolean full;

  PlainSliceSink(PlainSliceWriter writer, SliceContext context) {
    this.writer = writer;
    this.context = context;
    this.flaw = writer.tables.flaw;
    this.rows = flaw == SliceFlaw.SHARES_STAGING ? writer.shared : new ArrayList<>();
  }

  @Override
  public void write(RowBatch batch) {
    if (full) {
      return;
    }
    for (int row = 0; row < batch.rows(); row++) {
      rows.add(new PlainSliceTable.Row(context.slice().id(), values(batch, row)));
    }
    full = flaw == SliceFlaw.KEEPS_FIRST_BATCH;
  }

  private Map<Integer, Object> values(RowBatch batch, int row) {
    Map<Integer, Object> values = new HashMap<>();
    Map<String, Integer> folded = new HashMap<>();
    for (int place = 0; place < context.columns().size(); place++) {
      SliceColumn column = context.columns().get(place);
      int number = flaw == SliceFlaw.GOES_BY_PLACE ? place + 1 : column.number();
      if (flaw == SliceFlaw.FOLDS_NAMES) {
        String name = column.column().name().toLowerCase(Locale.ROOT);
        number = folded.merge(name, number, (old, given) -> old);
      }
      if (!batch.isNull(row, place)) {
        put(values, number, column, batch, row, place);
      } else if (flaw == SliceFlaw.NULL_IS_EMPTY) {
        putNothing(values, number, column);
      }
    }
    return Map.copyOf(values);
  }

  private void put(
      Map<Integer, Object> values,
      int number,
      SliceColumn column,
      RowBatch batch,
      int row,
      int place) {
    switch (column.column().type()) {
      case WHOLE -> values.put(number, batch.whole(row, place));
      case DECIMAL -> putDecimal(values, number, batch.decimal(row, place));
      case BOOLEAN -> values.put(number, batch.truth(row, place));
      case TIMESTAMP -> putTime(values, number, column, batch.timestampMicros(row, place));
      case TEXT, NESTED -> putText(values, number, batch.text(row, place));
    }
  }

  private static void putNothing(Map<Integer, Object> values, int number, SliceColumn column) {
    switch (column.column().type()) {
      case TEXT, NESTED -> values.put(number, "");
      case WHOLE, DECIMAL, BOOLEAN, TIMESTAMP -> values.remove(number);
    }
  }

  private void putDecimal(Map<Integer, Object> values, int number, double value) {
    if (Double.isFinite(value) || flaw != SliceFlaw.NOT_FINITE_IS_NULL) {
      values.put(number, value);
    }
  }

  private void putTime(Map<Integer, Object> values, int number, SliceColumn column, long micros) {
    if (flaw == SliceFlaw.UTC_IS_NULL && column.column().meaning() == ColumnMeaning.UTC) {
      return;
    }
    long kept = micros;
    if (flaw == SliceFlaw.WHOLE_SECONDS) {
      kept = Math.floorDiv(micros, MICROS_PER_SECOND) * MICROS_PER_SECOND;
    } else if (flaw == SliceFlaw.LOCAL_TIME) {
      kept = micros - TimeZone.getDefault().getRawOffset() * 1000L;
    }
    values.put(number, kept);
  }

  private void putText(Map<Integer, Object> values, int number, String text) {
    boolean lost =
        (flaw == SliceFlaw.EMPTY_IS_NULL && text.isEmpty())
            || (flaw == SliceFlaw.NOT_FINITE_IS_NULL && NOT_FINITE.contains(text));
    if (!lost) {
      values.put(number, flaw == SliceFlaw.TRIMS ? text.strip() : text);
    }
  }

  @Override
  public void commit(Provenance provenance) {
    if (flaw == SliceFlaw.SHOWS_AT_COMMIT) {
      publish(new CommittedSlice(context.slice(), 1, rows.size(), "early"), context.columns());
    }
  }

  @Override
  public void publish(CommittedSlice slice, List<SliceColumn> columns) {
    if (flaw == SliceFlaw.BOUND_TO_THREAD && Thread.currentThread() != thread) {
      throw new IllegalStateException("not my thread");
    }
    if (flaw != SliceFlaw.SKIPS_EMPTY || !rows.isEmpty()) {
      writer.make(context.table()).put(slice, rows, columns);
    }
  }

  @Override
  public void close() {
    if (flaw == SliceFlaw.PUBLISHES_IN_CLOSE) {
      publish(new CommittedSlice(context.slice(), 1, rows.size(), "late"), context.columns());
    }
  }
}
