package dev.vidiexport.app.tables;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a slice, of which it is known at their end whether they are those that the ledger
 * lists: others may have changed them, and a table has no digest. For one thread.
 */
final class CheckedRows implements FileRows {
  private final FileRows rows;
  private final SliceAnswer listed;
  private final String place;
  private final RowFingerprint fingerprint;
  private long count;

  /**
   * Ownership of the rows passes to it.
   *
   * @param place how messages name them
   */
  CheckedRows(FileRows rows, SliceAnswer listed, String place) {
    this.rows = rows;
    this.listed = listed;
    this.place = place;
    this.fingerprint =
        RowFingerprint.ofKeys(
            rows.schema(), rows.columns().stream().map(NumberedColumn::key).toList());
  }

  @Override
  public List<NumberedColumn> columns() {
    return rows.columns();
  }

  @Override
  public Schema schema() {
    return rows.schema();
  }

  /**
   * The next rows.
   *
   * @throws ExportException {@code HISTORY_FILE_CHANGED} behind the last ones, when all together
   *     are not those that the ledger lists
   */
  @Override
  public Optional<RowBatch> next() throws IOException {
    Optional<RowBatch> batch = rows.next();
    if (batch.isPresent()) {
      fingerprint.add(batch.get());
      count += batch.get().rows();
    } else if (count != listed.rows() || !fingerprint.hex().equals(listed.fingerprint())) {
      throw new ExportException(
          FailureReason.HISTORY_FILE_CHANGED,
          "The rows %s of the history are not those that the ledger lists, which verify tells with --rows alone."
              .formatted(place));
    }
    return batch;
  }

  @Override
  public void close() {
    rows.close();
  }
}
