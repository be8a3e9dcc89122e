package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.spi.SliceColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * The table that takes the rows of a slice and is seen by nobody else; it ends with the
 * transaction. Its columns have names of their own, as those of the history's table are told only
 * when all columns of the history are known. Immutable.
 *
 * @param columns those of the rows, in their order
 */
record SliceRowTable(List<SliceColumn> columns) {
  /** The table as statements name it. */
  static final String NAME = "pg_temp._vidiexport_rows";

  SliceRowTable {
    columns = List.copyOf(columns);
  }

  /** The name of a column, by its place from 1 on. */
  String name(int place) {
    return "c" + place;
  }

  /** The statement that makes it. */
  String creation() {
    List<String> declarations = new ArrayList<>();
    for (SliceColumn column : columns) {
      declarations.add(
          name(declarations.size() + 1) + " " + ColumnForm.of(column.column()).declaration());
    }
    return "CREATE TEMPORARY TABLE %s (%s) ON COMMIT DROP"
        .formatted(NAME, String.join(", ", declarations));
  }

  /** The statement that takes the rows. */
  String copyStatement() {
    return "COPY %s FROM STDIN WITH (FORMAT text)".formatted(NAME);
  }
}
