package dev.vidiexport.sinks.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads Parquet files with DuckDB, which shares no code with what wrote them. */
public final class DuckDb {
  private DuckDb() {}

  /**
   * The rows of a query.
   *
   * @param query takes the file's name for its question mark
   */
  public static List<List<Object>> rows(Path file, String query) throws SQLException {
    return ask(file, query).rows();
  }

  /** The names and rows of a whole file. */
  public static Answer all(Path file) throws SQLException {
    return ask(file, "SELECT * FROM read_parquet(?)");
  }

  private static Answer ask(Path file, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, file.toString());
      try (ResultSet found = statement.executeQuery()) {
        return answer(found);
      }
    }
  }

  private static Answer answer(ResultSet found) throws SQLException {
    ResultSetMetaData about = found.getMetaData();
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= about.getColumnCount(); column++) {
      names.add(about.getColumnName(column));
    }
    List<List<Object>> rows = new ArrayList<>();
    while (found.next()) {
      List<Object> row = new ArrayList<>();
      for (int column = 1; column <= names.size(); column++) {
        row.add(value(found, column, about.getColumnTypeName(column)));
      }
      rows.add(row);
    }
    return new Answer(names, rows);
  }

  private static Object value(ResultSet found, int column, String type) throws SQLException {
    Object value = found.getObject(column);
    if (value == null) {
      return null;
    }
    return switch (type) {
      case "TIMESTAMP" -> found.getObject(column, LocalDateTime.class);
      case "TIMESTAMP WITH TIME ZONE" -> found.getObject(column, OffsetDateTime.class).toInstant();
      case "JSON" -> value.toString();
      default -> value;
    };
  }

  /**
   * What DuckDB answered.
   *
   * @param names the names of the columns
   * @param rows their values; a timestamp as a {@link LocalDateTime}, one in UTC as an {@link
   *     java.time.Instant}, JSON as a text
   */
  public record Answer(List<String> names, List<List<Object>> rows) {}
}
