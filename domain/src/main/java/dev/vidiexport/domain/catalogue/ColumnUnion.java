package dev.vidiexport.domain.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Puts the columns of two kinds of row into one list in which every name stands once. */
final class ColumnUnion {
  private ColumnUnion() {}

  /** The columns of the first, then those that only the second has. */
  static List<DataColumn> of(List<DataColumn> first, List<DataColumn> second) {
    List<DataColumn> union = new ArrayList<>(first);
    String previous = "";
    for (DataColumn column : second) {
      int known = indexOf(union, column.name());
      if (known >= 0) {
        union.set(known, union.get(known).joinedWith(column));
      } else if (column.presence() == ColumnPresence.FORMER_NAME) {
        // It stands right after its present-day name, wherever that is.
        union.add(indexOf(union, previous) + 1, column);
      } else {
        union.add(column);
      }
      previous = column.name();
    }
    return List.copyOf(union);
  }

  private static int indexOf(List<DataColumn> columns, String name) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).name().equals(name)) {
        return index;
      }
    }
    return -1;
  }
}
