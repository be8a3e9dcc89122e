package dev.vidiexport.sinks.excerpt;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** Reads the table of a SQLite file, in a connection that cannot write. */
final class SqliteExcerpt implements ExcerptReader {
  private static final String ROWS = "SELECT * FROM export ORDER BY rowid";

  @Override
  public Excerpt read(Path file, int most) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    // As a URI any name is a name; the driver would take what follows a "?" for its own options.
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ROWS)) {
      return read(rows, most);
    } catch (SQLException broken) {
      throw new IOException("not a readable database: " + broken.getMessage(), broken);
    }
  }

  private static Excerpt read(ResultSet found, int most) throws SQLException {
    ResultSetMetaData columns = found.getMetaData();
    List<String> names = new ArrayList<>();
    List<Boolean> truths = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      names.add(columns.getColumnName(column));
      truths.add(columns.getColumnTypeName(column).equals("BOOLEAN"));
    }
    List<List<Optional<String>>> first = new ArrayList<>();
    long rows = 0;
    while (found.next()) {
      if (rows++ < most) {
        first.add(values(found, truths));
      }
    }
    return new Excerpt(names, first, rows);
  }

  /** SQLite has no truth values; the type that a column is declared with says what it holds. */
  private static List<Optional<String>> values(ResultSet row, List<Boolean> truths)
      throws SQLException {
    List<Optional<String>> values = new ArrayList<>();
    for (boolean isTruth : truths) {
      Optional<Object> value = Optional.ofNullable(row.getObject(values.size() + 1));
      values.add(value.map(stored -> isTruth ? truth(stored) : stored.toString()));
    }
    return values;
  }

  private static String truth(Object stored) {
    return String.valueOf(stored.equals(1));
  }
}
