package dev.vidiexport.app.ledger;

import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is fixed of an export, in a pair of tables: of the exports themselves, and of publications
 * that may come to count.
 *
 * @param settings the table of settings
 * @param columns the table of columns
 * @param owner the column in both that says whose it is
 */
record StoredExport(String settings, String columns, String owner) {
  private static final StoredExport KNOWN =
      new StoredExport("export_setting", "export_column", "export");
  private static final StoredExport ANNOUNCED =
      new StoredExport("publication_setting", "publication_column", "publication");

  /** What is known of an export. */
  static LedgerExport known(LedgerConnection connection, StoredNumbers numbers, String name)
      throws SQLException {
    return KNOWN.read(connection, name, numbers.findExport(name));
  }

  /** What a publication was announced with. */
  static LedgerExport announced(LedgerConnection connection, String name, long publication)
      throws SQLException {
    return ANNOUNCED.read(connection, name, publication);
  }

  /** Makes this what is known of an export. */
  static void know(LedgerConnection connection, StoredNumbers numbers, LedgerExport export)
      throws SQLException {
    KNOWN.write(connection, export, numbers.ofExport(export.name()));
  }

  /** Keeps what a publication is announced with. */
  static void announce(LedgerConnection connection, LedgerExport export, long publication)
      throws SQLException {
    ANNOUNCED.write(connection, export, publication);
  }

  private LedgerExport read(LedgerConnection connection, String name, long number)
      throws SQLException {
    Map<String, String> fixed = new LinkedHashMap<>();
    try (ResultSet found =
        connection.query(
            "SELECT key, value FROM %s WHERE %s = ? ORDER BY position".formatted(settings, owner),
            number)) {
      while (found.next()) {
        fixed.put(found.getString(1), found.getString(2));
      }
    }
    List<NumberedColumn> all = new ArrayList<>();
    try (ResultSet found =
        connection.query(
            "SELECT number, received, name, type, meaning, added FROM %s WHERE %s = ? ORDER BY number"
                .formatted(columns, owner),
            number)) {
      while (found.next()) {
        all.add(column(found));
      }
    }
    return new LedgerExport(name, fixed, all);
  }

  private static NumberedColumn column(ResultSet row) throws SQLException {
    try {
      return new NumberedColumn(
          row.getInt(1),
          row.getString(2),
          row.getString(3),
          ColumnType.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
          ColumnMeaning.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
          row.getBoolean(6));
    } catch (IllegalArgumentException unreadable) {
      throw LedgerConnection.damaged(unreadable);
    }
  }

  private void write(LedgerConnection connection, LedgerExport export, long number)
      throws SQLException {
    int position = 1;
    for (Map.Entry<String, String> setting : export.fixed().entrySet()) {
      connection.update(
          "INSERT INTO %s (%s, position, key, value) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
              .formatted(settings, owner),
          number,
          position,
          setting.getKey(),
          setting.getValue());
      position++;
    }
    for (NumberedColumn column : export.columns()) {
      connection.update(
          ("INSERT INTO %s (%s, number, received, name, type, meaning, added)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (%s, number)"
                  + " DO UPDATE SET type = excluded.type, meaning = excluded.meaning")
              .formatted(columns, owner, owner),
          number,
          column.number(),
          column.received(),
          column.name(),
          column.type().name().toLowerCase(Locale.ROOT),
          column.meaning().name().toLowerCase(Locale.ROOT),
          column.added() ? 1 : 0);
    }
  }
}
