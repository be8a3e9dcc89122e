package dev.vidiexport.domain.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table, in order. Immutable.
 *
 * @param columns at least one; no two have the same name, though names may differ in case alone
 */
public record Schema(List<Column> columns) {
  public Schema {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns must not be empty");
    }
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "columns must have different names, but \"%s\" occurs twice".formatted(column.name()));
      }
    }
  }

  /** The columns given, in that order. */
  public static Schema of(Column... columns) {
    return new Schema(List.of(columns));
  }

  /** How many columns there are; at least 1. */
  public int size() {
    return columns.size();
  }

  /** The column at an index from 0 to {@code size() - 1}. */
  public Column column(int index) {
    return columns.get(index);
  }
}
