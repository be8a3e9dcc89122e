package dev.vidiexport.domain.port;

import dev.vidiexport.domain.dimension.DimensionTable;
import dev.vidiexport.domain.failure.ExportException;

/** Keeps what things are called, beside the slices of a history. For one thread at a time. */
public interface DimensionStore {
  /**
   * Makes what is kept of a table have the rows of this one. It is replaced as a whole or not at
   * all, and stays untouched where it has them already.
   *
   * @return whether it had to be written
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN}, with what is wrong in whole sentences, when
   *     it cannot be, and with the reason {@code ROWS_NOT_KEPT} when the rows cannot be kept as
   *     they are; all is as it was
   */
  boolean publish(DimensionTable table);
}
