package dev.vidiexport.spi;

import java.io.IOException;
import java.util.List;

/**
 * The rows of one slice, read one after the other: as they stood at one moment, whatever is written
 * meanwhile. For one thread at a time.
 *
 * @since 0.1.0
 */
public interface SliceRows extends AutoCloseable {
  /** What was committed at that moment. */
  CommittedSlice committed();

  /** The columns of the history that the table has, in the order in which values are put. */
  List<SliceColumn> columns();

  /**
   * Puts the next rows.
   *
   * @param filler takes rows until it is full
   * @return false when there were none left, and nothing was put
   * @throws IOException when they cannot be read
   */
  boolean fill(RowFiller filler) throws IOException;

  /** Ends reading. Idempotent. */
  @Override
  void close();
}
