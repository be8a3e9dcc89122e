package dev.vidiexport.sinks.sqlite;

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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

class SqliteSinkContractTest extends SinkContract {
  @Override
  protected SinkProvider provider() {
    return new SqliteSinkProvider();
  }

  /**
   * No other library for Java reads all that SQLite writes, so here it is the driver with a
   * connection of its own. The tests of the whole program read with the SQLite of the machine.
   */
  @Override
  protected ReadTable readBack(Path output, Schema schema) throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + output);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM export ORDER BY rowid")) {
      while (found.next()) {
        rows.add(row(found, schema));
      }
    }
    return new ReadTable(
        Exports.query(output, "SELECT name FROM pragma_table_info('export') ORDER BY cid"), rows);
  }

  private static List<Object> row(ResultSet found, Schema schema) throws SQLException {
    List<Object> row = new ArrayList<>();
    for (Column column : schema.columns()) {
      Object stored = found.getObject(row.size() + 1);
      row.add(stored == null ? null : value(stored, column.type()));
    }
    return row;
  }

  /** What is not stored as its column's type fails here. */
  private static Object value(Object stored, ColumnType type) {
    return switch (type) {
      case WHOLE -> stored instanceof Integer small ? (Object) small.longValue() : (Long) stored;
      case DECIMAL -> (Double) stored;
      case BOOLEAN -> stored.equals(1);
      case TIMESTAMP -> moment((String) stored);
      case TEXT, NESTED -> (String) stored;
    };
  }

  private static Object moment(String text) {
    return text.endsWith("Z")
        ? Instant.parse(text)
        : (Object) LocalDateTime.parse(text.replace(' ', 'T'));
  }

  // The format holds texts alone: the number 1 and the text "1" look the same in it. And SQLite
  // knows no negative zero.
  @Override
  protected Object meaning(ColumnType type, Object value) {
    return value instanceof JsonText json
        ? json.characters()
        : value.equals(-0.0) ? (Object) 0.0 : value;
  }

  @Override
  protected List<String> columnNames(List<String> received) {
    List<String> written = new ArrayList<>();
    for (String name : received) {
      String wanted = name.isEmpty() ? "_" : name.replace('\0', '_');
      String free = wanted;
      for (int number = 2; isTaken(free, written); number++) {
        free = wanted + "_" + number;
      }
      written.add(free);
    }
    return written;
  }

  /** SQLite takes names for one where they differ in the case of letters of ASCII. */
  private static boolean isTaken(String name, List<String> names) {
    Pattern same = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE);
    return names.stream().anyMatch(other -> same.matcher(other).matches());
  }
}
