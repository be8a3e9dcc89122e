package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.stream.IntStream;

/**
 * Parts the rows into small parts; after each it is looked how much is held. Where a part ends
 * depends on its rows alone, and not on the batches in which they come, so that the same rows make
 * the same file. It is a small share of a row group, however many columns there are. Not
 * thread-safe.
 */
final class RowGroupParts {
  private static final int MOST_ROWS = 512;
  private static final long MOST_TEXT_BYTES = 256 * 1024;

  private final int[] textColumns;
  private final long mostRows;
  private final long mostTextBytes;
  private int rows;
  private long textBytes;

  /**
   * Begins with the first part.
   *
   * @param mostBytes about what the values of a part may take
   */
  RowGroupParts(Schema schema, long mostBytes) {
    mostRows = Math.max(1, Math.min(MOST_ROWS, mostBytes / Long.BYTES / schema.size()));
    mostTextBytes = Math.min(MOST_TEXT_BYTES, mostBytes);
    textColumns =
        IntStream.range(0, schema.size()).filter(column -> isText(schema, column)).toArray();
  }

  private static boolean isText(Schema schema, int column) {
    ColumnType type = schema.column(column).type();
    return type == ColumnType.TEXT || type == ColumnType.NESTED;
  }

  /** The index behind the last row of a batch, from the given one on, that is of this part. */
  int end(RowBatch batch, int from) {
    int row = from;
    while (row < batch.rows() && !isComplete()) {
      for (int column : textColumns) {
        textBytes += batch.isNull(row, column) ? 0 : batch.textLength(row, column);
      }
      rows++;
      row++;
    }
    return row;
  }

  boolean isComplete() {
    return rows == mostRows || textBytes >= mostTextBytes;
  }

  void beginNext() {
    rows = 0;
    textBytes = 0;
  }
}
