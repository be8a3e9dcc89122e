package com.example.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/**
 * A temporary table for a part of the rows, from which they move on by INSERT into one that exists.
 * An appender knows columns by their places alone, and no defaults but constants.
 */
final class PartTable implements RowFeed {
  private static final String CATALOG = "temp";
  private static final String SCHEMA = "main";
  private static final String NAME = "part";
  private static final String PART = String.join(".", CATALOG, SCHEMA, NAME);

  /** As many rows as DuckDB keeps together. */
  private static final int MOST_ROWS = 122_880;

  private static final int FEWEST_ROWS = 2_048;
  private static final int MOST_VALUES = 16 * MOST_ROWS;

  private final Database database;
  private final String making;
  private final String moving;
  private final int mostRows;
  private Optional<DuckDBAppender> appender = Optional.empty();
  private int rows;

  private PartTable(Database database, String making, String moving, int mostRows) {
    this.database = database;
    this.making = making;
    this.moving = moving;
    this.mostRows = mostRows;
  }

  /** Rows whose values meet columns of a table. What DuckDB holds against that it says at once. */
  static PartTable movingTo(Database database, TableName table, List<Fit> fits)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    for (Fit fit : fits) {
      columns.add("c%s %s".formatted(columns.size(), fit.kind().declared()));
    }
    String making = "CREATE TEMPORARY TABLE %s (%s)".formatted(PART, String.join(", ", columns));
    String moving =
        "INSERT INTO %s (%s) SELECT * FROM %s"
            .formatted(
                table.sql(),
                fits.stream().map(fit -> Sql.name(fit.name())).collect(Collectors.joining(", ")),
                PART);
    int mostRows = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_VALUES / fits.size()));
    PartTable rows = new PartTable(database, making, moving, mostRows);
    rows.next();
    rows.flush();
    return rows;
  }

  @Override
  public DuckDBAppender next() throws SQLException {
    if (rows == mostRows) {
      flush();
    }
    if (appender.isEmpty()) {
      database.execute(making);
      appender = Optional.of(database.appender(CATALOG, SCHEMA, NAME));
    }
    rows++;
    return appender.get();
  }

  @Override
  public void flush() throws SQLException {
    if (appender.isPresent()) {
      appender.get().flush();
      appender.get().close();
      appender = Optional.empty();
      rows = 0;
      database.execute(moving);
      database.execute("DROP TABLE " + PART);
    }
  }
}
