package dev.vidiexport.sinks.excerpt;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/** The pages of one column of a row group, packed with zstd or not at all. */
final class ColumnPages implements PageReader {
  private static final ParquetMetadataConverter WORDS = new ParquetMetadataConverter();

  private final long values;
  private final Queue<DataPage> pages = new ArrayDeque<>();
  private @Nullable DictionaryPage dictionary;

  private ColumnPages(long values) {
    this.values = values;
  }

  /**
   * Reads all pages of a column.
   *
   * @param values how many values they hold
   */
  static ColumnPages unpack(byte[] column, CompressionCodecName codec, long values)
      throws IOException {
    ColumnPages read = new ColumnPages(values);
    ByteArrayInputStream bytes = new ByteArrayInputStream(column);
    while (bytes.available() > 0) {
      PageHeader header = Util.readPageHeader(bytes);
      byte[] packed = bytes.readNBytes(header.getCompressed_page_size());
      read.add(header, BytesInput.from(unpacked(packed, header, codec)));
    }
    return read;
  }

  private static byte[] unpacked(byte[] packed, PageHeader header, CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> packed;
      case ZSTD -> Zstd.decompress(packed, header.getUncompressed_page_size());
      default -> throw new IllegalArgumentException("codec must be zstd or none, but is " + codec);
    };
  }

  private void add(PageHeader header, BytesInput page) {
    switch (header.getType()) {
      case DICTIONARY_PAGE ->
          dictionary =
              new DictionaryPage(
                  page,
                  header.getDictionary_page_header().getNum_values(),
                  WORDS.getEncoding(header.getDictionary_page_header().getEncoding()));
      case DATA_PAGE -> {
        DataPageHeader data = header.getData_page_header();
        pages.add(
            new DataPageV1(
                page,
                data.getNum_values(),
                header.getUncompressed_page_size(),
                (Statistics<?>) null,
                WORDS.getEncoding(data.getRepetition_level_encoding()),
                WORDS.getEncoding(data.getDefinition_level_encoding()),
                WORDS.getEncoding(data.getEncoding())));
      }
      default -> throw new IllegalArgumentException("a page is of the type " + header.getType());
    }
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    return dictionary;
  }

  @Override
  public long getTotalValueCount() {
    return values;
  }

  @Override
  public @Nullable DataPage readPage() {
    return pages.poll();
  }
}
