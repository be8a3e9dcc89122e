package dev.vidiexport.domain.extract;

import dev.vidiexport.domain.export.OutputWriting;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes the rows of one file after the other, with the columns that any of them has. */
final class UnionWriting {
  private final OutputWriting output;
  private final ExportListener listener;
  private final RowUnion union;
  private RowBatchBuilder batch;
  private long rows;
  private long bytes;

  UnionWriting(
      OutputWriting output,
      List<NumberedColumn> columns,
      boolean takesNonFinite,
      ExportListener listener) {
    this.output = output;
    this.listener = listener;
    this.union = new RowUnion(columns, takesNonFinite);
    this.batch = output.empty();
  }

  /**
   * Writes all rows of a file, and closes it.
   *
   * @param goesOn throws when the run must end
   * @return false where it has a column that the output does not have; nothing of it is written
   *     then
   */
  boolean writeAll(FileRows file, ListedSlice slice, Runnable goesOn) {
    try (file) {
      if (!union.begin(file.columns())) {
        return false;
      }
      for (Optional<RowBatch> next = file.next(); next.isPresent(); next = file.next()) {
        goesOn.run();
        write(next.get());
        listener.onRows(rows, bytes);
      }
      bytes += slice.answer().file().map(PublishedFile::bytes).orElse(0L);
      return true;
    } catch (IOException unreadable) {
      throw SliceReading.unreadable(unreadable);
    }
  }

  private void write(RowBatch from) {
    for (int row = 0; row < from.rows(); row++) {
      if (batch.isFull()) {
        output.full(batch);
        batch = output.empty();
      }
      union.copy(from, row, batch);
    }
    rows += from.rows();
  }

  /** Writes what has not been handed on yet. */
  void end() {
    output.full(batch);
  }

  /** How many rows there were. */
  long rows() {
    return rows;
  }

  long nonFiniteAsNull() {
    return union.nonFiniteAsNull();
  }
}
