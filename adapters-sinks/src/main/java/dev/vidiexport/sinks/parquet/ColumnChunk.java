package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridValuesWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * The values of one column of a row group, which become pages. Parquet's own writer takes a record
 * at a time, through layers that cost more than the encoding; batches stand column by column
 * already, as the file does, so that short loops are enough. Not thread-safe.
 */
abstract class ColumnChunk {
  /** As many as Parquet's own writer puts into a page. */
  private static final int PAGE_ROWS = 20_000;

  private static final int PAGE_BYTES = 1024 * 1024;
  private static final int LEAST_BYTES_HELD = 64;
  private static final int NULL = 0;
  private static final int DEFINED = 1;

  private final PrimitiveType type;
  private final PageWriter pages;
  private final RunLengthBitPackingHybridValuesWriter levels =
      new RunLengthBitPackingHybridValuesWriter(
          DEFINED, LEAST_BYTES_HELD, PAGE_BYTES, HeapByteBufferAllocator.getInstance());
  private int rows;
  private int nulls;

  ColumnChunk(PrimitiveType type, PageWriter pages) {
    this.type = type;
    this.pages = pages;
  }

  /** The chunk of a column, which writes to {@code pages}. */
  static ColumnChunk of(PrimitiveType type, PageWriter pages, int dictionaryBytes) {
    return switch (type.getPrimitiveTypeName()) {
      case INT64 -> new FixedColumnChunk(type, pages, dictionaryBytes, fixedValues(type));
      case INT32 -> new FixedColumnChunk(type, pages, dictionaryBytes, FixedValues.DAY);
      case DOUBLE -> new FixedColumnChunk(type, pages, dictionaryBytes, FixedValues.DECIMAL);
      case BINARY -> new TextColumnChunk(type, pages, dictionaryBytes);
      case BOOLEAN -> new BooleanColumnChunk(type, pages);
      default -> throw new IllegalArgumentException("No column is of the type " + type);
    };
  }

  private static FixedValues fixedValues(PrimitiveType type) {
    return type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation
        ? FixedValues.TIMESTAMP
        : FixedValues.WHOLE;
  }

  /** Takes the rows from the first index to before the second. */
  final void write(RowBatch batch, int column, int from, int to) {
    for (int row = from; row < to; row++) {
      if (batch.isNull(row, column)) {
        levels.writeInteger(NULL);
        nulls++;
      } else {
        levels.writeInteger(DEFINED);
      }
    }
    add(batch, column, from, to);
    rows += to - from;
  }

  /** Encodes the page if it is long enough. */
  final void endPageIfFull() throws IOException {
    if (rows >= PAGE_ROWS || pageBytes() >= PAGE_BYTES) {
      endPage();
    }
  }

  /** How many bytes are held, without the dictionary. */
  final long heldBytes() {
    return pages.getMemSize() + pageBytes() + levels.getBufferedSize();
  }

  /** There are no more rows. */
  final void end() throws IOException {
    if (rows > 0) {
      endPage();
    }
    endChunk(pages);
    levels.close();
  }

  private void endPage() throws IOException {
    Statistics<?> statistics = Statistics.createStats(type);
    statistics.incrementNumNulls(nulls);
    Values values = endPage(statistics);
    pages.writePage(
        BytesInput.concat(levels.getBytes(), values.bytes()),
        rows,
        rows,
        statistics,
        Encoding.RLE, // of the levels of repetition, of which there are none
        levels.getEncoding(),
        values.encoding());
    levels.reset();
    rows = 0;
    nulls = 0;
  }

  /** Adds the values that are not null to the page. */
  abstract void add(RowBatch batch, int column, int from, int to);

  /** What the values of the page take as they are. */
  abstract long pageBytes();

  /** Encodes the values of the page, and has the next page begin. */
  abstract Values endPage(Statistics<?> statistics);

  /** Writes what belongs to the chunk besides its pages. */
  void endChunk(PageWriter pages) throws IOException {}

  /**
   * The values of a page.
   *
   * @param bytes valid until the next page
   */
  record Values(BytesInput bytes, Encoding encoding) {}
}
