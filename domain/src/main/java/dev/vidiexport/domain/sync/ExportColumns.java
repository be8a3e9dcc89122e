package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.history.HistoryColumns;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.KnownColumns;
import java.util.List;

/**
 * The columns of an export, which grow with its files. Several files are written at a time, and a
 * number that one has been given is given to no other key, whatever becomes of the file.
 * Thread-safe.
 */
final class ExportColumns {
  private final HistoryExport export;
  private final KnownColumns catalogue;
  private List<NumberedColumn> known;

  /**
   * Columns so far.
   *
   * @param catalogue what the catalogue knows of the export's rows
   * @param known the columns that the ledger has, by ascending number
   */
  ExportColumns(HistoryExport export, KnownColumns catalogue, List<NumberedColumn> known) {
    this.export = export;
    this.catalogue = catalogue;
    this.known = List.copyOf(known);
  }

  /** What the rows of a slice must fit that is asked for now. */
  synchronized HistoryColumns now() {
    return HistoryColumns.of(
        catalogue, export.columns(), known, export.windowLength(), export.additions());
  }

  /**
   * Gives numbers to the columns of a file.
   *
   * @param file those that were received for it, which fit these
   */
  synchronized FileColumns claim(Schema file) {
    HistoryColumns columns = now();
    known = columns.after(file);
    return new FileColumns(file, columns.ofFile(file), columns.addedTo(file));
  }

  /** All that have a number, by ascending number. */
  synchronized List<NumberedColumn> known() {
    return known;
  }
}
