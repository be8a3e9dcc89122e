package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/** The rows that are held in memory, encoded, until they are written together. Not thread-safe. */
final class RowGroup {
  private final ColumnChunkPageWriteStore pages;
  private final List<ColumnChunk> columns = new ArrayList<>();
  private long rows;

  /**
   * Holds nothing yet.
   *
   * @param dictionaryBytes what the dictionary of each column takes at most; 0 for none
   */
  RowGroup(MessageType schema, int dictionaryBytes, PageCompressor compressor) {
    pages =
        ColumnChunkPageWriteStore.builder()
            .withCompressorProvider(column -> compressor)
            .withSchema(schema)
            .withAllocator(HeapByteBufferAllocator.getInstance())
            .withColumnIndexTruncateLength(ParquetRows.STATISTICS_BYTES)
            .withPageWriteChecksumEnabled(true)
            .build();
    for (ColumnDescriptor column : schema.getColumns()) {
      columns.add(
          ColumnChunk.of(column.getPrimitiveType(), pages.getPageWriter(column), dictionaryBytes));
    }
  }

  /** Takes some rows of a batch. */
  void write(RowBatch batch, int from, int to) {
    for (int column = 0; column < columns.size(); column++) {
      columns.get(column).write(batch, column, from, to);
    }
    rows += to - from;
  }

  /** Encodes the pages that are long enough. */
  void endFullPages() throws IOException {
    for (ColumnChunk column : columns) {
      column.endPageIfFull();
    }
  }

  /** How many bytes are held, without the dictionaries. */
  long heldBytes() {
    long bytes = 0;
    for (ColumnChunk column : columns) {
      bytes += column.heldBytes();
    }
    return bytes;
  }

  /** Writes what is held; the group cannot be used any more. */
  void flushTo(ParquetFileWriter file) throws IOException {
    if (rows > 0) {
      file.startBlock(rows);
      for (ColumnChunk column : columns) {
        column.end();
      }
      pages.flushToFileWriter(file);
      file.endBlock();
    }
    pages.close();
  }
}
