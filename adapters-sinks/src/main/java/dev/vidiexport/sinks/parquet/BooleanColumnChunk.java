package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import java.util.BitSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;

/** Truth values, a bit for each. Not thread-safe. */
final class BooleanColumnChunk extends ColumnChunk {
  private final BitSet page = new BitSet();
  private int size;

  BooleanColumnChunk(PrimitiveType type, PageWriter pages) {
    super(type, pages);
  }

  @Override
  void add(RowBatch batch, int column, int from, int to) {
    for (int row = from; row < to; row++) {
      if (!batch.isNull(row, column)) {
        page.set(size++, batch.truth(row, column));
      }
    }
  }

  @Override
  long pageBytes() {
    return (size + Byte.SIZE - 1L) / Byte.SIZE;
  }

  @Override
  Values endPage(Statistics<?> statistics) {
    int truths = page.cardinality();
    if (truths > 0) {
      statistics.updateStats(true);
    }
    if (truths < size) {
      statistics.updateStats(false);
    }
    byte[] bits = new byte[(int) pageBytes()];
    byte[] upToTheLastTruth = page.toByteArray();
    System.arraycopy(upToTheLastTruth, 0, bits, 0, upToTheLastTruth.length);
    page.clear();
    size = 0;
    return new Values(BytesInput.from(bits), Encoding.PLAIN);
  }
}
