package dev.vidiexport.domain.history;

import dev.vidiexport.domain.table.Schema;
import java.util.List;
import java.util.Map;

/** What a ledger has of the columns of an export once a file is there. */
final class LedgerColumns {
  private LedgerColumns() {}

  /**
   * By ascending number.
   *
   * @param known what it had before
   * @param columns made with these
   * @param file the columns that were received for the file
   */
  static List<NumberedColumn> after(
      List<NumberedColumn> known, HistoryColumns columns, Schema file) {
    return new LedgerExport("viewers", Map.of(), known)
        .published(Map.of(), columns.ofFile(file))
        .columns();
  }
}
