package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A table in memory. What changes is put in place as a whole, and never changed itself. */
final class PlainSliceTable {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  final SliceFlaw flaw;
  final Optional<String> ledger;
  List<SliceColumn> columns = List.of();
  Map<Slice, CommittedSlice> committed = Map.of();
  List<Row> rows = List.of();

  /** Values by the numbers of their columns. */
  record Row(String slice, Map<Integer, Object> values) {}

  PlainSliceTable(SliceFlaw flaw, Optional<String> ledger) {
    this.flaw = flaw;
    this.ledger = ledger;
  }

  List<Row> rowsOf(String slice) {
    return rows.stream().filter(row -> row.slice().equals(slice)).toList();
  }

  void put(CommittedSlice slice, List<Row> its, List<SliceColumn> all) {
    widen(all);
    List<Row> next = new ArrayList<>();
    for (Row row : rows) {
      boolean stays = flaw == SliceFlaw.ADDS_UP || !row.slice().equals(slice.slice().id());
      if (stays && flaw != SliceFlaw.CLEARS_TABLE) {
        next.add(row);
      }
    }
    next.addAll(its);
    rows = List.copyOf(next);
    note(slice);
  }

  void remove(CommittedSlice none) {
    rows = rows.stream().filter(row -> !row.slice().equals(none.slice().id())).toList();
    note(none);
    if (flaw == SliceFlaw.REMOVES_RECORD) {
      committed = Map.of();
    }
  }

  private void note(CommittedSlice slice) {
    Map<Slice, CommittedSlice> next = new HashMap<>(committed);
    next.put(slice.slice(), slice);
    committed = Map.copyOf(next);
  }

  private void widen(List<SliceColumn> all) {
    if (flaw == SliceFlaw.LEAVES_COLUMNS_OUT && !columns.isEmpty()) {
      return;
    }
    Map<Integer, SliceColumn> next = new TreeMap<>();
    columns.forEach(column -> next.put(column.number(), column));
    for (SliceColumn column : all) {
      SliceColumn old = next.put(column.number(), column);
      if (old != null && old.column().type() != column.column().type()) {
        rows = rows.stream().map(row -> widened(row, old, column.column().type())).toList();
      }
    }
    columns = List.copyOf(next.values());
  }

  private Row widened(Row row, SliceColumn old, ColumnType type) {
    Object value = row.values().get(old.number());
    if (value == null || flaw == SliceFlaw.KEEPS_WHOLE) {
      return row;
    }
    Map<Integer, Object> values = new HashMap<>(row.values());
    if (flaw == SliceFlaw.LOSES_WIDENED) {
      values.remove(old.number());
    } else if (type == ColumnType.DECIMAL) {
      values.put(old.number(), Double.valueOf(value.toString()));
    } else {
      values.put(
          old.number(),
          old.column().type() == ColumnType.TIMESTAMP
              ? TIME.format(
                  LocalDateTime.ofEpochSecond((Long) value / 1_000_000, 0, ZoneOffset.UTC))
              : value.toString());
    }
    return new Row(row.slice(), Map.copyOf(values));
  }

  /** What a column is called where others read. */
  String writtenName(SliceColumn column) {
    String name = column.column().name();
    return flaw == SliceFlaw.SHOUTS ? name.toUpperCase(Locale.ROOT) : name;
  }
}
