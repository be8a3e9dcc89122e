package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.ReadTable;
import dev.vidiexport.spi.SliceContract;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class SqliteSliceContractTest extends SliceContract {
  @TempDir private Path databases;
  private int addresses;

  @Override
  protected SliceTables tables() {
    return new SqliteSinkProvider().sliceTables().orElseThrow();
  }

  @Override
  protected boolean takesNonFinite() {
    return new SqliteSinkProvider().takesNonFinite();
  }

  /** The lock of the ledger is enough, and SQLite has one writer at a time. */
  @Override
  protected boolean holdsItsTables() {
    return false;
  }

  /** A commit waits until nobody reads. */
  @Override
  protected boolean writesBesideReaders() {
    return false;
  }

  @Override
  protected String freshAddress() {
    addresses++;
    return "sqlite:" + databases.resolve("history?" + addresses + ".db");
  }

  private static Path file(String address) {
    return Path.of(address.substring("sqlite:".length()));
  }

  @Override
  protected void makeTable(String address, SliceTable table) throws Exception {
    Exports.execute(
        file(address),
        "CREATE TABLE \"%s\" (a INTEGER)".formatted(table.name()),
        "INSERT INTO \"%s\" VALUES (1)".formatted(table.name()));
  }

  @Override
  protected void addRow(String address, SliceTable table, String slice) throws Exception {
    Exports.execute(
        file(address),
        "INSERT INTO \"%s\" (_vidiexport_slice) VALUES ('%s')"
            .formatted(table.name(), slice.replace("'", "''")));
  }

  /** The program {@code sqlite3} of the machine reads these files in {@code SliceFilesTest}. */
  @Override
  protected Optional<ReadTable> readBack(String address, SliceTable table, Schema schema)
      throws Exception {
    List<String> names = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file(address).toUri());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM \"%s\"".formatted(table.name()))) {
      for (int column = 2; column <= found.getMetaData().getColumnCount(); column++) {
        names.add(found.getMetaData().getColumnName(column));
      }
      while (found.next()) {
        rows.add(row(found, schema));
      }
    }
    return Optional.of(new ReadTable(names, rows));
  }

  private static List<Object> row(ResultSet found, Schema schema) throws SQLException {
    List<Object> row = new ArrayList<>();
    for (Column column : schema.columns()) {
      Object stored = found.getObject(row.size() + 2);
      row.add(stored == null ? null : value(stored, column.type()));
    }
    return row;
  }

  private static Object value(Object stored, ColumnType type) {
    return switch (type) {
      case WHOLE -> stored instanceof Integer small ? (Object) small.longValue() : (Long) stored;
      case DECIMAL -> (Double) stored;
      case BOOLEAN -> stored.equals(1);
      case TIMESTAMP -> LocalDateTime.parse(((String) stored).replace(' ', 'T'));
      case TEXT, NESTED -> (String) stored;
    };
  }

  /** SQLite knows no negative zero. */
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return value.equals(-0.0) ? (Object) 0.0 : value;
  }
}
