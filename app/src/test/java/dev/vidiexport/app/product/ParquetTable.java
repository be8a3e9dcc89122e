package dev.vidiexport.app.product;

import dev.vidiexport.domain.table.ColumnType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads Parquet with DuckDB, and holds its types against those that are promised. */
final class ParquetTable {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private ParquetTable() {}

  static ComparableTable read(Path file, Map<String, ColumnType> types) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement statement =
            connection.prepareStatement("SELECT * FROM read_parquet(?)")) {
      statement.setString(1, file.toString());
      try (ResultSet found = statement.executeQuery()) {
        return table(found, types);
      }
    }
  }

  private static ComparableTable table(ResultSet found, Map<String, ColumnType> types)
      throws SQLException {
    ResultSetMetaData about = found.getMetaData();
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= about.getColumnCount(); column++) {
      String name = about.getColumnName(column);
      String type = about.getColumnTypeName(column);
      if (!type.equals(expected(types.get(name)))) {
        throw new AssertionError("The column %s is %s".formatted(name, type));
      }
      names.add(name);
    }
    List<List<String>> rows = new ArrayList<>();
    while (found.next()) {
      List<String> row = new ArrayList<>();
      for (int column = 1; column <= names.size(); column++) {
        row.add(value(found, column, types.get(names.get(column - 1))));
      }
      rows.add(row);
    }
    return new ComparableTable(names, rows);
  }

  /** DuckDB's name; its TIMESTAMP is the one without a zone. */
  private static String expected(ColumnType type) {
    return switch (type) {
      case WHOLE -> "BIGINT";
      case DECIMAL -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case TIMESTAMP -> "TIMESTAMP";
      case TEXT -> "VARCHAR";
      case NESTED -> "JSON";
    };
  }

  private static String value(ResultSet found, int column, ColumnType type) throws SQLException {
    Object value = found.getObject(column);
    if (value == null) {
      return CanonicalValue.NULL;
    }
    return CanonicalValue.ofText(
        type == ColumnType.TIMESTAMP
            ? found.getObject(column, LocalDateTime.class).format(TIMESTAMP)
            : value.toString(),
        type);
  }
}
