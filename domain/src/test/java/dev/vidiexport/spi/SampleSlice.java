package dev.vidiexport.spi;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A slice for a test to write. Immutable.
 *
 * @param table where to
 * @param slice the slice
 * @param columns the columns of its rows, with their numbers
 * @param rows its rows
 */
record SampleSlice(
    SliceTable table, Slice slice, List<SliceColumn> columns, List<List<SampleValue>> rows) {
  /** Rows whose columns have the numbers from 1 on. */
  static SampleSlice of(SliceTable table, String slice, SampleTable rows) {
    List<SliceColumn> columns =
        IntStream.range(0, rows.schema().size())
            .mapToObj(index -> new SliceColumn(index + 1, rows.schema().column(index)))
            .toList();
    return new SampleSlice(table, new Slice(slice), columns, rows.rows());
  }

  SliceContext context() {
    return new SliceContext(table, slice, columns);
  }

  /** What is kept of it. */
  CommittedSlice committed(long revision) {
    return new CommittedSlice(slice, revision, rows.size(), "f" + revision + "a" + rows.size());
  }
}
