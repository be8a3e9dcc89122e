package dev.vidiexport.sinks.parquet;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;

/** Builds the writer of one file. */
final class RowWriterBuilder extends ParquetWriter.Builder<CurrentRow, RowWriterBuilder> {
  private static final int PAGE_BYTES = 1024 * 1024;

  /** Enough for engines to leave pages out by, and no room for long texts in the footer. */
  private static final int STATISTICS_BYTES = 64;

  /**
   * How many rows Parquet goes on for before it looks again how much it holds. Its own 10,000 would
   * be gigabytes when long texts come after short ones.
   */
  private static final int MOST_ROWS_UNLOOKED = 16;

  private final RowWriteSupport rows;

  RowWriterBuilder(OutputFile file, RowWriteSupport rows) {
    super(file);
    this.rows = rows;
    withConf(new PlainParquetConfiguration());
    withPageSize(PAGE_BYTES);
    withPageWriteChecksumEnabled(true);
    withStatisticsTruncateLength(STATISTICS_BYTES);
    withColumnIndexTruncateLength(STATISTICS_BYTES);
    withMinRowCountForPageSizeCheck(1);
    withMaxRowCountForPageSizeCheck(MOST_ROWS_UNLOOKED);
  }

  RowWriterBuilder withSizes(RowGroupSizes sizes) {
    withDictionaryEncoding(sizes.hasDictionaries());
    if (sizes.hasDictionaries()) {
      withDictionaryPageSize(sizes.dictionaryBytes());
    }
    return withRowGroupSize(sizes.pagesBytes());
  }

  @Override
  protected RowWriterBuilder self() {
    return this;
  }

  @Override
  protected WriteSupport<CurrentRow> getWriteSupport(ParquetConfiguration configuration) {
    return rows;
  }

  @Override
  @Deprecated
  protected WriteSupport<CurrentRow> getWriteSupport(Configuration configuration) {
    throw new UnsupportedOperationException("There is no Hadoop here");
  }
}
