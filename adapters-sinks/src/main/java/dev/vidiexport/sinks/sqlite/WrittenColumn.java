package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.database.WrittenNames;
import dev.vidiexport.spi.SliceColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A column of a history, and what it is called in a table. Immutable.
 *
 * @param column the column
 * @param name its name there
 */
record WrittenColumn(SliceColumn column, String name) {
  /** The column that tells of each row which slice it belongs to. */
  static final String SLICE = "_vidiexport_slice";

  /** No column can be added that is called as SQLite calls the number of a row. */
  private static final WrittenNames NAMES =
      new WrittenNames(FoldedName::of, Set.of(SLICE, "rowid", "oid", "_rowid_"));

  /**
   * The columns in the order of their numbers. All that have a lower number are given with each, so
   * that it has the name that it had before, whatever comes behind it.
   *
   * @param columns all columns of a history so far
   */
  static List<WrittenColumn> of(List<SliceColumn> columns) {
    List<SliceColumn> ordered =
        columns.stream().sorted(Comparator.comparingInt(SliceColumn::number)).toList();
    List<String> names = NAMES.of(new Schema(ordered.stream().map(SliceColumn::column).toList()));
    List<WrittenColumn> written = new ArrayList<>();
    for (SliceColumn column : ordered) {
      written.add(new WrittenColumn(column, names.get(written.size())));
    }
    return written;
  }

  String folded() {
    return FoldedName.of(name);
  }

  String quoted() {
    return QuotedName.of(name);
  }

  /** The type that a table is to declare for it. */
  String declaration() {
    return Affinity.declaration(column.column().type());
  }
}
