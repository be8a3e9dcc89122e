package com.example.duckdb;

import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Brings the rows of an export to a table, and counts them. */
final class RowWriter {
  private final List<Fit> fits;
  private final RowFeed feed;
  private long written;

  /**
   * A writer of no row yet.
   *
   * @param fits how each column of the export meets the table
   */
  RowWriter(List<Fit> fits, RowFeed feed) {
    this.fits = List.copyOf(fits);
    this.feed = feed;
  }

  void write(RowBatch rows) throws IOException, SQLException {
    for (int row = 0; row < rows.rows(); row++) {
      DuckDBAppender appender = feed.next();
      appender.beginRow();
      for (int column = 0; column < fits.size(); column++) {
        fits.get(column).append(appender, rows, row, column, written + 1);
      }
      appender.endRow();
      written++;
    }
  }

  /** Brings into the table what is still on its way. */
  void flush() throws SQLException {
    feed.flush();
  }
}
