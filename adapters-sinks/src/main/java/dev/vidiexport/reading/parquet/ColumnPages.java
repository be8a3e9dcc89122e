package dev.vidiexport.reading.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

/** The pages of one column of a row group, each read when it is asked for. Not thread-safe. */
final class ColumnPages implements PageReader {
  private static final ParquetMetadataConverter WORDS = new ParquetMetadataConverter();

  private final ColumnChunkMetaData column;
  private final ChunkInput input;
  private @Nullable PageHeader header;
  private long valuesLeft;

  ColumnPages(FileChannel file, ColumnChunkMetaData column) {
    this.column = column;
    this.input = new ChunkInput(file, column.getStartingPos(), column.getTotalSize());
    this.valuesLeft = column.getValueCount();
  }

  @Override
  public long getTotalValueCount() {
    return column.getValueCount();
  }

  /** Comes first. */
  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    try {
      PageHeader next = peek();
      if (next.getType() != PageType.DICTIONARY_PAGE) {
        return null;
      }
      DictionaryPageHeader dictionary = next.getDictionary_page_header();
      int length = next.getUncompressed_page_size();
      return new DictionaryPage(
          BytesInput.from(page(next)),
          length,
          dictionary.getNum_values(),
          plain(WORDS.getEncoding(dictionary.getEncoding())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable.getMessage(), unreadable);
    }
  }

  @Override
  public DataPage readPage() {
    try {
      PageHeader next = peek();
      if (next.getType() != PageType.DATA_PAGE) {
        throw new UnreadableFileException(
            "it has a page of a kind that this program does not write");
      }
      DataPageHeader data = next.getData_page_header();
      valuesLeft -= data.getNum_values();
      int length = next.getUncompressed_page_size();
      byte[] page = page(next);
      // The last page ends the column; what is left of it would be rows that nobody sees.
      if (data.getNum_values() <= 0 || valuesLeft < 0 || (valuesLeft == 0) != (input.left() == 0)) {
        throw new UnreadableFileException("its pages do not have the rows that they should have");
      }
      Encoding levels = WORDS.getEncoding(data.getDefinition_level_encoding());
      if (levels != Encoding.RLE) {
        throw new UnreadableFileException("it has a page that is written as this program does not");
      }
      return new DataPageV1(
          BytesInput.from(page),
          data.getNum_values(),
          length,
          (Statistics<?>) null,
          WORDS.getEncoding(data.getRepetition_level_encoding()),
          levels,
          known(WORDS.getEncoding(data.getEncoding())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable.getMessage(), unreadable);
    }
  }

  /** The two words for the one way to write a dictionary. */
  @SuppressWarnings("deprecation") // Others still write the older word.
  private static Encoding plain(Encoding encoding) {
    if (encoding != Encoding.PLAIN && encoding != Encoding.PLAIN_DICTIONARY) {
      throw new UnreadableFileException("it has a dictionary that is not written as it should be");
    }
    return encoding;
  }

  /** Two places say how values are encoded. */
  private Encoding known(Encoding encoding) {
    if (!column.getEncodings().contains(encoding)) {
      throw new UnreadableFileException("a page is not written as its column should be");
    }
    return encoding;
  }

  /** The header of the next page, which may be looked at twice. */
  private PageHeader peek() throws IOException {
    PageHeader next = header;
    if (next == null) {
      if (input.left() == 0) {
        throw new UnreadableFileException("a column ends before its rows do");
      }
      next = header(input);
      header = next;
    }
    return next;
  }

  /** Parquet's own words for what is wrong with a header are not for users. */
  private static PageHeader header(ChunkInput input) throws IOException {
    try {
      return Util.readPageHeader(input);
    } catch (IOException damaged) {
      throw new IOException("the header of a page is damaged", damaged);
    }
  }

  private byte[] page(PageHeader next) throws IOException {
    header = null;
    int length = next.getUncompressed_page_size();
    if (length < 0 || length > column.getTotalUncompressedSize()) {
      throw new UnreadableFileException("a page is longer than its column");
    }
    byte[] packed = input.next(next.getCompressed_page_size());
    if (next.isSetCrc()) {
      CRC32 checksum = new CRC32();
      checksum.update(packed);
      if ((int) checksum.getValue() != next.getCrc()) {
        throw new UnreadableFileException("a page does not have the checksum that it should have");
      }
    }
    return PageUnpacking.unpack(packed, column.getCodec(), length);
  }
}
