package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.table.RowBatch;

/** One way in which rows may tell when their period begins. For one thread. */
interface RowTimes {
  /**
   * Reads the times of all rows into {@code bits}, in microseconds of local time, and whether there
   * is one that can be read into {@code present}.
   */
  void read(RowBatch batch, CoverageScratch scratch);
}
