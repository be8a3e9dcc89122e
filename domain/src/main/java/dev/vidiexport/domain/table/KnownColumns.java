package dev.vidiexport.domain.table;

import java.util.List;

/**
 * What is known of a table's columns before its rows have come. Immutable.
 *
 * @param ordered every column that is known, in the order of the file, with the type expected;
 *     those that no row has are left out of the file
 * @param whenEmpty the columns of a file without rows; at least one
 */
public record KnownColumns(List<Column> ordered, List<Column> whenEmpty) {
  public KnownColumns {
    ordered = List.copyOf(ordered);
    whenEmpty = List.copyOf(whenEmpty);
    if (whenEmpty.isEmpty()) {
      throw new IllegalArgumentException("whenEmpty must not be empty");
    }
  }
}
