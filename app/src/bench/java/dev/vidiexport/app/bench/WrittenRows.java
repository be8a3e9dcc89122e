package dev.vidiexport.app.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts the rows of an output: a contestant that loses some would be fast for nothing. */
final class WrittenRows {
  private static final int BUFFER_BYTES = 1024 * 1024;

  private WrittenRows() {}

  /** The rows of a file, whose extension tells what it is. */
  static long in(Path file) throws IOException {
    String name = file.toString();
    if (name.endsWith(".parquet")) {
      return rowsOfParquet(file);
    }
    return name.endsWith(".csv") ? lines(file) - 1 : lines(file);
  }

  private static long lines(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long lines = 0;
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        for (int at = 0; at < count; at++) {
          lines += buffer[at] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }

  private static long rowsOfParquet(Path file) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM '%s'".formatted(file))) {
      count.next();
      return count.getLong(1);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
