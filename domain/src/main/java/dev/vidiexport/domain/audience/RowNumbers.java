package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.table.RowBatch;

/** A number of each row of a batch, where it has one. For one thread. */
interface RowNumbers {
  /** There is none in any row. */
  RowNumbers NONE =
      new RowNumbers() {
        @Override
        public void read(RowBatch batch) {}

        @Override
        public boolean isPresent(int row) {
          return false;
        }

        @Override
        public double value(int row) {
          return 0;
        }
      };

  /** Reads the numbers of a batch. */
  void read(RowBatch batch);

  /** Whether a row of the batch read last has a number. */
  boolean isPresent(int row);

  /** The number of a row that has one. */
  double value(int row);
}
