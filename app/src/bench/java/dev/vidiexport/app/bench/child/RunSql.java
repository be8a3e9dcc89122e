package dev.vidiexport.app.bench.child;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs a statement in a DuckDB of its own. */
public final class RunSql {
  private RunSql() {}

  /** Runs the statement that is given. */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(arguments[0]);
    }
  }
}
