package dev.vidiexport.domain.port;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of an open file, in its order. For one thread at a time. Holds a batch, and what the
 * format must have in memory to make one: of Parquet a page of each column with its dictionary, of
 * texts a line; never a whole file.
 *
 * <p>Whether a text came quoted is known of JSON alone; from other formats all are as if they had.
 */
public interface FileRows extends AutoCloseable {
  /**
   * The columns that the file has, in its order; at least one. Where a file without rows does not
   * name its columns, all that it may have.
   */
  List<NumberedColumn> columns();

  /** The same columns as every batch has them: by the names that they have in files. */
  Schema schema();

  /**
   * The next rows; at least one.
   *
   * @return the same object each time, valid until the next call; empty after the last row
   * @throws IOException in whole sentences that name the file and the place: when it cannot be read
   *     on, is damaged or cut, or has a value that does not fit its column. There is nothing more
   *     to be read then
   */
  Optional<RowBatch> next() throws IOException;

  /** Lets go of the file. Never fails; may be called more than once. */
  @Override
  void close();
}
