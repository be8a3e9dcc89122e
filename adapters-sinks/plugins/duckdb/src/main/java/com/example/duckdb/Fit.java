package com.example.duckdb;

import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/**
 * How a column of the export meets its column of the table. Immutable.
 *
 * @param name the name of the table's column
 * @param kind what the export's values are
 * @param declared the declared type of the table's column
 * @param kept the values that it keeps as they are
 * @param takesNull whether it takes nulls
 */
record Fit(String name, ColumnKind kind, String declared, KeptValues kept, boolean takesNull) {
  /** A column made for the values. */
  static Fit made(String name, ColumnKind kind) {
    return new Fit(name, kind, kind.declared(), KeptValues.ALL, true);
  }

  /**
   * Appends a value.
   *
   * @param number the number of the row in the export, from 1 on
   * @throws IOException when the table's column would change or refuse it
   */
  void append(DuckDBAppender appender, RowBatch rows, int row, int column, long number)
      throws IOException, SQLException {
    if (rows.isNull(row, column)) {
      if (!takesNull) {
        throw misfit("which does not take the null of row " + number);
      }
      appender.appendNull();
      return;
    }
    if (!kept.contain(rows, row, column)) {
      String type = rows.schema().column(column).type().label();
      throw misfit("which does not keep the %s value of row %s".formatted(type, number));
    }
    kind.append(appender, rows, row, column);
  }

  private IOException misfit(String why) {
    return new IOException(
        "the table's column %s is %s%s, %s. Use another table=NAME."
            .formatted(Sql.name(name), declared, takesNull ? "" : " NOT NULL", why));
  }
}
