package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/** Writes batches as the row groups of a file. Not thread-safe. */
final class ParquetRows {
  /** Enough for engines to leave pages out by, and no room for long texts in the footer. */
  static final int STATISTICS_BYTES = 64;

  private final ParquetFileWriter file;
  private final MessageType schema;
  private final RowGroupSizes sizes;
  private final PageCompressor compressor;
  private final RowGroupParts parts;
  private RowGroup rowGroup;

  private ParquetRows(
      ParquetFileWriter file,
      MessageType schema,
      RowGroupSizes sizes,
      PageCompressor compressor,
      RowGroupParts parts) {
    this.file = file;
    this.schema = schema;
    this.sizes = sizes;
    this.compressor = compressor;
    this.parts = parts;
    this.rowGroup = newRowGroup();
  }

  /** Begins a file. */
  static ParquetRows begin(
      OutputFile output,
      MessageType schema,
      RowGroupSizes sizes,
      PageCompressor compressor,
      RowGroupParts parts)
      throws IOException {
    ParquetProperties properties =
        ParquetProperties.builder()
            .withPageWriteChecksumEnabled(true)
            .withStatisticsTruncateLength(STATISTICS_BYTES)
            .withColumnIndexTruncateLength(STATISTICS_BYTES)
            .build();
    ParquetFileWriter file =
        new ParquetFileWriter(
            output,
            schema,
            ParquetFileWriter.Mode.CREATE,
            sizes.pagesBytes(),
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
            null,
            properties);
    file.start();
    return new ParquetRows(file, schema, sizes, compressor, parts);
  }

  private RowGroup newRowGroup() {
    return new RowGroup(schema, sizes.dictionaryBytes(), compressor);
  }

  /** Writes the rows of a batch, of which nothing is kept but copies. */
  void write(RowBatch rows) throws IOException {
    int from = 0;
    while (from < rows.rows()) {
      int to = parts.end(rows, from);
      rowGroup.write(rows, from, to);
      if (parts.isComplete()) {
        endPart();
      }
      from = to;
    }
  }

  private void endPart() throws IOException {
    rowGroup.endFullPages();
    if (rowGroup.heldBytes() >= sizes.pagesBytes() - sizes.partBytes()) {
      rowGroup.flushTo(file);
      rowGroup = newRowGroup();
    }
    parts.beginNext();
  }

  /** Writes the last row group and the footer. */
  void end(Map<String, String> footer) throws IOException {
    rowGroup.flushTo(file);
    file.end(footer);
  }
}
