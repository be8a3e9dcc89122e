package dev.vidiexport.domain.typing;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Columns that are fixed before the rows come: whatever the rows are like, a column keeps its name
 * and its type, and values that do not fit are refused. Immutable.
 *
 * <p>An output has the columns that are always there, and of the others those that its rows have:
 * first the {@code ordered} ones in their order, then those that nobody knew, by name.
 */
public final class FixedColumns implements ColumnPolicy {
  private final List<FixedColumn> ordered;
  private final Map<String, ColumnType> typesOfOthers;
  private final OutputNames names;
  private final Map<String, FixedColumn> byReceived = new HashMap<>();
  private final Map<String, FixedColumn> byName = new HashMap<>();

  /**
   * Fixes columns.
   *
   * @param ordered the columns that are known, in the order of the output; at least one is always
   *     there, and no two have the same key or the same name
   * @param typesOfOthers types by key, for columns that are not {@code ordered}; all others are
   *     texts
   * @param reserved the name that no other column may have in the output
   */
  public FixedColumns(
      List<FixedColumn> ordered, Map<String, ColumnType> typesOfOthers, ReservedName reserved) {
    this(ordered, typesOfOthers, new OutputNames(reserved, Map.of()));
  }

  /**
   * Fixes columns.
   *
   * @param names what columns are called that are not {@code ordered}; none as one that is
   */
  public FixedColumns(
      List<FixedColumn> ordered, Map<String, ColumnType> typesOfOthers, OutputNames names) {
    this.ordered = List.copyOf(ordered);
    this.typesOfOthers = Collections.unmodifiableMap(new HashMap<>(typesOfOthers));
    this.names = requireNonNull(names, "names must not be null");
    if (this.ordered.stream().noneMatch(FixedColumn::always)) {
      throw new IllegalArgumentException("ordered must have a column that is always there");
    }
    for (FixedColumn column : this.ordered) {
      if (byReceived.put(column.received(), column) != null
          || byName.put(column.name(), column) != null) {
        throw new IllegalArgumentException(
            "ordered must have different keys and names, but has \"%s\" (\"%s\") twice"
                .formatted(column.received(), column.name()));
      }
    }
  }

  /** The columns that are known, in the order of the output. */
  public List<FixedColumn> ordered() {
    return ordered;
  }

  /** The column of a key, known or not. */
  public FixedColumn column(String received) {
    FixedColumn known = byReceived.get(received);
    return known != null
        ? known
        : new FixedColumn(
            received,
            names.written(received),
            typesOfOthers.getOrDefault(received, ColumnType.TEXT),
            false);
  }

  /** The key of the column that has a name in the output. */
  public String received(String name) {
    FixedColumn known = byName.get(name);
    return known != null ? known.received() : names.received(name);
  }

  /** The keys of the columns of an output, in their order. */
  public List<String> received(Schema output) {
    return output.columns().stream().map(column -> received(column.name())).toList();
  }

  /**
   * The columns of an output.
   *
   * @param keys those that its rows have
   */
  public Schema output(Set<String> keys) {
    Stream<FixedColumn> known =
        ordered.stream().filter(column -> column.always() || keys.contains(column.received()));
    Set<String> others = new TreeSet<>(keys);
    others.removeAll(byReceived.keySet());
    return new Schema(
        Stream.concat(known, others.stream().map(this::column))
            .map(column -> new Column(column.name(), column.type()))
            .toList());
  }
}
