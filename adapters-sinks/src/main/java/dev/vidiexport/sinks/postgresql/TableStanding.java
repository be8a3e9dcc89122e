package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.database.WriteMode;
import dev.vidiexport.spi.SliceTable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How a table stands that is a history's own, or nobody's yet. Immutable.
 *
 * @param table which one
 * @param existing what stands under its name; empty where nothing does
 * @param hasRecords whether its schema has the table that tells what is known of slices
 */
record TableStanding(HistoryTable table, Optional<ExistingTable> existing, boolean hasRecords) {
  /**
   * Looks at a table.
   *
   * @param ledger the history's; empty where there is none yet
   * @throws IOException when it is somebody else's
   */
  static TableStanding find(ServerConnection connection, SliceTable wanted, Optional<String> ledger)
      throws IOException, SQLException {
    HistoryTable table = HistoryTable.find(connection, wanted);
    Optional<ExistingTable> existing =
        ExistingTable.find(connection.sql(), table.schema(), table.name());
    boolean hasRecords = table.records().areThere(connection);
    SliceRecords.Ownership ownership =
        hasRecords
            ? table.records().ownership(connection, table.name(), ledger.orElse(""))
            : new SliceRecords.Ownership(false, false);
    String quoted = QuotedName.of(table.name());
    if (ownership.others()) {
      throw new IOException(
          "the table %s belongs to another history, whose ledger is not this one. Give the export another table, or schema, or use that ledger."
              .formatted(quoted));
    }
    if (existing.isPresent() && !ownership.ours()) {
      throw new IOException(
          "%s %s is there already, and is no table of a history. %s If it is this history's, whose records in _vidiexport_slices are gone, drop it."
              .formatted(
                  existing.get().kind().definiteWords(),
                  quoted,
                  TableUse.HISTORY.otherTableSentence()));
    }
    return new TableStanding(table, existing, hasRecords);
  }

  /** Makes sure that slices can be put there. */
  void requireWritable() throws IOException {
    if (existing.isPresent()) {
      existing.get().requireWritable(table.name(), WriteMode.REPLACE, TableUse.HISTORY);
    } else {
      table.schema().requireTakesTables(TableUse.HISTORY);
    }
  }
}
