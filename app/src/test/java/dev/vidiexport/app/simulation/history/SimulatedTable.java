package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A table of slices, and what is known of each. */
final class SimulatedTable {
  private final Map<Slice, List<String>> rows = new TreeMap<>(Comparator.comparing(Slice::id));
  private final Map<Slice, CommittedSlice> records = new TreeMap<>(Comparator.comparing(Slice::id));
  private final Map<Integer, SliceColumn> columns = new HashMap<>();

  /** Whether anybody has made it. */
  boolean isMade() {
    return !columns.isEmpty();
  }

  /** What is known of a slice. */
  Optional<CommittedSlice> record(Slice slice) {
    return Optional.ofNullable(records.get(slice));
  }

  /** The rows of a slice, in the order of texts. */
  List<String> rows(Slice slice) {
    return rows.getOrDefault(slice, List.of());
  }

  /** All slices of which it has rows, or anything is known. */
  Set<Slice> slices() {
    Set<Slice> all = new TreeSet<>(Comparator.comparing(Slice::id));
    all.addAll(rows.keySet());
    all.addAll(records.keySet());
    return all;
  }

  /** What a change asks for that no table has to do; empty when there is no such thing. */
  Optional<String> problemWith(TableChange change) {
    if (change.rows().size() != change.slice().rows()) {
      return Optional.of("tells of other rows than it wrote: " + change.slice());
    }
    return change.columns().stream()
        .filter(column -> !isPossible(column))
        .map(column -> "asks for the column %s after %s".formatted(column, known(column)))
        .findFirst();
  }

  private Optional<SliceColumn> known(SliceColumn column) {
    return Optional.ofNullable(columns.get(column.number()));
  }

  private boolean isPossible(SliceColumn column) {
    return known(column)
        .filter(before -> !before.column().name().equals(column.column().name()))
        .or(() -> known(column).filter(before -> !isKept(before, column)))
        .isEmpty();
  }

  private static boolean isKept(SliceColumn before, SliceColumn now) {
    ColumnType type = now.column().type();
    return type == before.column().type()
        || type == ColumnType.TEXT
        || (type == ColumnType.DECIMAL && before.column().type() == ColumnType.WHOLE);
  }

  /**
   * Carries a change out.
   *
   * @return whether a column has another type now
   */
  boolean carryOut(TableChange change, boolean leavesEarlierRows) {
    Slice slice = change.slice().slice();
    List<String> all = new ArrayList<>(leavesEarlierRows ? rows(slice) : List.of());
    all.addAll(change.rows());
    all.sort(Comparator.naturalOrder());
    if (all.isEmpty()) {
      rows.remove(slice);
    } else {
      rows.put(slice, all);
    }
    records.put(slice, change.slice());
    boolean isWidened = change.columns().stream().anyMatch(this::isOfAnotherType);
    change.columns().forEach(column -> columns.put(column.number(), column));
    return isWidened;
  }

  private boolean isOfAnotherType(SliceColumn column) {
    return known(column)
        .filter(before -> before.column().type() != column.column().type())
        .isPresent();
  }
}
