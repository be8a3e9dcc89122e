package dev.vidiexport.engines;

import dev.vidiexport.engines.ReadTable.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What DuckDB reads, by the line in the README. */
final class DuckDbReader {
  private DuckDbReader() {}

  /** The folder of an export. */
  static ReadTable folder(Path folder) throws SQLException {
    return query(
        "FROM read_parquet('%s/*/*.parquet', hive_partitioning = true, union_by_name = true)"
            .formatted(folder));
  }

  /** One file by itself. */
  static ReadTable file(Path file) throws SQLException {
    return query("FROM read_parquet('%s', hive_partitioning = false)".formatted(file));
  }

  static ReadTable query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      ResultSetMetaData columns = found.getMetaData();
      Map<String, Kind> kinds = new LinkedHashMap<>();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        kinds.put(columns.getColumnName(column), kind(columns.getColumnTypeName(column)));
      }
      List<List<Object>> rows = new ArrayList<>();
      while (found.next()) {
        List<Object> row = new ArrayList<>();
        for (Kind kind : kinds.values()) {
          row.add(value(found, row.size() + 1, kind));
        }
        rows.add(row);
      }
      return ReadTable.of(kinds, rows);
    }
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "BIGINT" -> Kind.WHOLE;
      case "DOUBLE" -> Kind.DECIMAL;
      case "VARCHAR", "JSON" -> Kind.TEXT;
      case "BOOLEAN" -> Kind.BOOLEAN;
      case "TIMESTAMP" -> Kind.TIME;
      case "DATE" -> Kind.DATE;
      default -> throw new IllegalArgumentException("no type of a history: " + type);
    };
  }

  private static Object value(ResultSet row, int column, Kind kind) throws SQLException {
    return switch (kind) {
      case WHOLE, DECIMAL, BOOLEAN -> row.getObject(column);
      case TEXT -> row.getString(column);
      case TIME -> row.getObject(column, LocalDateTime.class);
      case DATE -> row.getObject(column, LocalDate.class);
    };
  }
}
