package dev.vidiexport.domain.extract;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the rows of a history that its ledger lists, and surely those. Calls nobody, and changes
 * nothing. For one thread.
 */
public final class ListedRows {
  private final LedgerReader ledger;
  private final ListedSlices listed;
  private final Pacer pacer;
  private final Runnable goesOn;

  /**
   * Reads nothing yet.
   *
   * @param goesOn throws when the run must end
   */
  public ListedRows(LedgerReader ledger, ListedSlices listed, Pacer pacer, Runnable goesOn) {
    this.ledger = ledger;
    this.listed = listed;
    this.pacer = pacer;
    this.goesOn = goesOn;
  }

  /** Takes the rows of one file after the other. */
  public interface Receiver {
    /**
     * The rows of another file begin.
     *
     * @param creationDate when VidiCenter built them, where it said so
     * @param columns those that the file has, in its order
     * @param schema the same as every batch has them
     */
    void begin(
        TimeWindow window,
        Optional<String> creationDate,
        List<NumberedColumn> columns,
        Schema schema);

    /** Some of its rows; valid until this returns. */
    void rows(RowBatch batch);
  }

  /**
   * Reads the rows of some windows of an export, by window.
   *
   * @throws ExportException {@code HISTORY_FILE_CHANGED} when a slice is gone or not as it is
   *     listed, {@code HISTORY_FILE_UNREADABLE} when one cannot be read, and {@code
   *     OUTPUT_NOT_WRITTEN} when the ledger cannot
   */
  public void read(HistoryExport export, Predicate<TimeWindow> selection, Receiver receiver) {
    List<NumberedColumn> columns = ledger.columns(export.name());
    List<ListedSlice> slices = ListedSlice.chosen(ledger, export.name(), selection);
    if (slices.isEmpty()) {
      return;
    }
    SliceReading reading =
        new SliceReading(ledger, listed, pacer, FileFormat.of(export), columns, goesOn);
    for (ListedSlice slice : slices) {
      Optional<FileRows> rows = reading.open(slice);
      if (rows.isPresent()) {
        read(rows.get(), slice, receiver);
      }
    }
  }

  private void read(FileRows file, ListedSlice slice, Receiver receiver) {
    try (file) {
      receiver.begin(
          slice.key().window(), slice.answer().creationDate(), file.columns(), file.schema());
      for (Optional<RowBatch> next = file.next(); next.isPresent(); next = file.next()) {
        goesOn.run();
        receiver.rows(next.get());
      }
    } catch (IOException unreadable) {
      throw SliceReading.unreadable(unreadable);
    }
  }
}
