package dev.vidiexport.spi.flaws;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes to tables in memory. */
final class PlainSliceWriter implements SliceWriter {
  final PlainSliceTables tables;

  /** Where sinks stage rows that share what they should not. */
  final List<PlainSliceTable.Row> shared = new ArrayList<>();

  private final SliceTarget target;
  private boolean closed;

  PlainSliceWriter(PlainSliceTables tables, SliceTarget target) {
    this.tables = tables;
    this.target = target;
  }

  private PlainSliceTables.Place place(SliceTable table) {
    return new PlainSliceTables.Place(target.address(), table);
  }

  /** The table, which is made where it is missing. */
  PlainSliceTable make(SliceTable table) {
    return tables.tables.computeIfAbsent(
        place(table), missing -> new PlainSliceTable(tables.flaw, target.ledger()));
  }

  @Override
  public boolean has(SliceTable table) {
    return tables.tables.containsKey(place(table));
  }

  @Override
  public SliceSink open(SliceContext context) throws IOException {
    if (tables.flaw != SliceFlaw.LOOKS_ONCE) {
      tables.requireOurs(place(context.table()), target.ledger());
    }
    return new PlainSliceSink(this, context);
  }

  @Override
  public Optional<CommittedSlice> committed(SliceTable table, Slice slice) {
    if (tables.flaw == SliceFlaw.MAKES_UP_RECORDS) {
      return Optional.of(new CommittedSlice(slice, 1, 0, "0"));
    }
    return tables.flaw == SliceFlaw.FORGETS_COMMITTED
        ? Optional.empty()
        : Optional.ofNullable(tables.tables.get(place(table))).map(its -> its.committed.get(slice));
  }

  @Override
  public void remove(SliceTable table, CommittedSlice none) {
    make(table).remove(none);
  }

  @Override
  public void close() {
    if (closed && tables.flaw == SliceFlaw.FAILS_WHEN_CLOSED_AGAIN) {
      throw new IllegalStateException("closed already");
    }
    closed = true;
    if (tables.flaw == SliceFlaw.FORGETS_ON_CLOSE) {
      tables.tables.values().forEach(table -> table.committed = Map.of());
    }
    if (tables.flaw != SliceFlaw.HOLDS_FOR_EVER) {
      target.tables().forEach(table -> tables.held.remove(place(table)));
    }
  }
}
