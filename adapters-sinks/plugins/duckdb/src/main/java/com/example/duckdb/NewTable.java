package com.example.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** A table that this run has made: rows are appended to it. */
final class NewTable implements RowFeed {
  private final DuckDBAppender appender;

  NewTable(Database database, TableName table) throws SQLException {
    appender = database.appender(Database.CATALOG, table.schema(), table.name());
  }

  @Override
  public DuckDBAppender next() {
    return appender;
  }

  @Override
  public void flush() throws SQLException {
    appender.flush();
  }
}
