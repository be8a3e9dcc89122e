package dev.vidiexport.spi.flaws;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceRows;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.StandingSlice;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads tables in memory. */
final class PlainSliceReader implements SliceReader {
  private final PlainSliceTables tables;
  private final SliceTarget target;
  private boolean looked;

  PlainSliceReader(PlainSliceTables tables, SliceTarget target) {
    this.tables = tables;
    this.target = target;
  }

  private Optional<PlainSliceTable> find(SliceTable table) throws IOException {
    PlainSliceTable found = tables.tables.get(new PlainSliceTables.Place(target.address(), table));
    if (found == null && tables.flaw == SliceFlaw.WANTS_TABLE) {
      throw new IOException("there is no such table");
    }
    return Optional.ofNullable(found);
  }

  @Override
  public StandingSlice look(SliceTable table, Slice slice) throws IOException {
    boolean first = !looked;
    looked = true;
    if (!first && tables.flaw == SliceFlaw.SNAPSHOT) {
      return new StandingSlice(Optional.empty(), 0);
    }
    Optional<PlainSliceTable> found = find(table);
    Optional<CommittedSlice> committed = found.map(its -> its.committed.get(slice));
    long rows = found.map(its -> its.rowsOf(slice.id()).size()).orElse(0);
    return new StandingSlice(
        committed,
        tables.flaw == SliceFlaw.COUNTS_BY_RECORD
            ? committed.map(CommittedSlice::rows).orElse(0L)
            : rows);
  }

  @Override
  public List<String> idsAfter(SliceTable table, Optional<String> last, int most)
      throws IOException {
    Comparator<String> order =
        tables.flaw == SliceFlaw.FOLDS_ORDER
            ? String.CASE_INSENSITIVE_ORDER
            : Comparator.naturalOrder();
    return find(table).stream()
        .flatMap(this::ids)
        .distinct()
        .filter(id -> last.isEmpty() || order.compare(id, last.get()) > 0)
        .sorted(order)
        .limit(most)
        .toList();
  }

  private Stream<String> ids(PlainSliceTable table) {
    return table.rows.stream()
        .map(PlainSliceTable.Row::slice)
        .filter(
            id ->
                tables.flaw != SliceFlaw.KNOWN_IDS
                    || table.committed.keySet().stream().anyMatch(one -> one.id().equals(id)));
  }

  @Override
  public SliceRows rows(SliceTable table, Slice slice, List<SliceColumn> columns)
      throws IOException {
    PlainSliceTable found =
        find(table).orElseThrow(() -> new IOException("there is no such table"));
    return new PlainSliceRows(found, slice, columns);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
