package com.example.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** The way that rows take into the table. */
interface RowFeed {
  /** What takes the next row. */
  DuckDBAppender next() throws SQLException;

  /** Brings into the table what is still on its way. */
  void flush() throws SQLException;
}
