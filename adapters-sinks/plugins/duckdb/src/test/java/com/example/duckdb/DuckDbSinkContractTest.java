package com.example.duckdb;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.JsonText;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SinkContract;
import dev.vidiexport.spi.SinkProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

class DuckDbSinkContractTest extends SinkContract {
  @Override
  protected SinkProvider provider() {
    return new DuckDbSinkProvider();
  }

  /**
   * No other library reads DuckDB's files, so here it is the driver with a connection of its own,
   * and the types that the file tells. Dates and times come as numbers, as the driver brings in a
   * zone and a calendar.
   */
  @Override
  protected ReadTable readBack(Path output) throws Exception {
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + output);
        Statement statement = connection.createStatement()) {
      try (ResultSet columns =
          statement.executeQuery("SELECT column_name, column_type FROM (DESCRIBE export)")) {
        while (columns.next()) {
          String name = columns.getString(1);
          String type = columns.getString(2);
          names.add(name);
          types.add(type);
          selected.add(asNumber(type).formatted(Sql.name(name)));
        }
      }
      try (ResultSet found =
          statement.executeQuery("SELECT " + String.join(", ", selected) + " FROM export")) {
        while (found.next()) {
          rows.add(row(found, types));
        }
      }
    }
    return new ReadTable(names, rows);
  }

  /** Dates and times as the numbers that are stored. */
  private static String asNumber(String type) {
    return switch (type) {
      case "DATE" -> "%s - DATE '1970-01-01'";
      case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" -> "epoch_us(%s)";
      default -> "%s";
    };
  }

  private static List<Object> row(ResultSet found, List<String> types) throws SQLException {
    List<Object> row = new ArrayList<>();
    for (String type : types) {
      Object stored = found.getObject(row.size() + 1);
      row.add(stored == null ? null : value(found, row.size() + 1, type));
    }
    return row;
  }

  private static Object value(ResultSet found, int place, String type) throws SQLException {
    return switch (type) {
      case "BIGINT" -> found.getLong(place);
      case "DOUBLE" -> found.getDouble(place);
      case "BOOLEAN" -> found.getBoolean(place);
      case "DATE" -> LocalDate.ofEpochDay(found.getLong(place));
      case "TIMESTAMP" -> LocalDateTime.ofInstant(moment(found.getLong(place)), ZoneOffset.UTC);
      case "TIMESTAMP WITH TIME ZONE" -> moment(found.getLong(place));
      case "JSON" -> new JsonText(found.getString(place));
      case "VARCHAR" -> found.getString(place);
      default -> throw new AssertionError("a column is " + type);
    };
  }

  private static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  // A text column holds texts alone: the number 1 and the text "1" look the same in it.
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return type == ColumnType.TEXT && value instanceof JsonText json ? json.characters() : value;
  }

  @Override
  protected List<String> columnNames(List<String> received) {
    return WrittenNames.of(
        new Schema(received.stream().map(name -> new Column(name, ColumnType.TEXT)).toList()));
  }
}
