package dev.vidiexport.app.bench.body;

import java.util.SplittableRandom;

/** Makes up the rows of one shape. */
@FunctionalInterface
interface RowMaker {
  /**
   * Appends a row.
   *
   * @param row which one, counted from 0
   * @param random chooses all that is not told by the row's number
   */
  void append(long row, SplittableRandom random, JsonRow json);
}
