package com.example.duckdb;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB file that is open for writing, so that nobody else has it, until this is closed. The
 * database of the connection itself is in memory, and the file is attached to it: so any path is a
 * path, where the driver and DuckDB would take parts of it for their own.
 */
final class Database implements AutoCloseable {
  /** What the file is called in SQL. */
  static final String CATALOG = "vidiexport";

  private static final long MEBIBYTES = 512;
  private static final long COLUMNS_OF_A_MEBIBYTE = 2;

  private final DuckDBConnection connection;

  private Database(DuckDBConnection connection) {
    this.connection = connection;
  }

  /**
   * Loads DuckDB's code.
   *
   * @throws LinkageError when it cannot be unpacked or loaded
   */
  static void load() throws SQLException {
    new DuckDBDriver().connect("jdbc:duckdb:", new Properties()).close();
  }

  /** Opens a file that is there. */
  static Database open(Path file) throws SQLException {
    return attach(file, "TYPE duckdb");
  }

  /** Makes a file that has no table, in the form that DuckDB 1.0 and all later ones read. */
  static Database make(Path file) throws SQLException {
    return attach(file, "TYPE duckdb, STORAGE_VERSION 'v1.0.0'");
  }

  private static Database attach(Path file, String form) throws SQLException {
    Database database =
        new Database((DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings(file)));
    try {
      database.execute(
          "ATTACH %s AS %s (%s)".formatted(Sql.text(file.toString()), Sql.name(CATALOG), form));
      database.execute("SET enable_external_access = false");
      return database;
    } catch (SQLException failure) {
      try {
        database.close();
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  /** No code is fetched or loaded; what does not fit into the memory lies beside the file. */
  private static Properties settings(Path file) {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("memory_limit", MEBIBYTES + "MiB");
    settings.setProperty("temp_directory", file + ".tmp");
    settings.setProperty("threads", "1");
    return settings;
  }

  /**
   * Begins a transaction.
   *
   * @param columns how many the rows have; DuckDB holds a block or more of each
   */
  void begin(int columns) throws SQLException {
    execute("SET memory_limit = '%sMiB'".formatted(MEBIBYTES + columns / COLUMNS_OF_A_MEBIBYTE));
    // The driver begins none for an appender, whatever setAutoCommit was told.
    execute("BEGIN TRANSACTION");
  }

  /** Takes back what was not committed. */
  void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SQLException ended) {
      // A transaction that failed may have ended already, and the others end with the connection.
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  <T> List<T> query(String sql, RowReading<T> reading) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<T> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(reading.read(found));
      }
      return rows;
    }
  }

  DuckDBAppender appender(String catalog, String schema, String table) throws SQLException {
    return connection.createAppender(catalog, schema, table);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Makes something of a row of a result. */
  interface RowReading<T> {
    T read(ResultSet row) throws SQLException;
  }
}
