package dev.vidiexport.sinks.parquet;

import static dev.vidiexport.spi.SampleValue.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SinkTrial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rot on a disk is noticed by readers that look at the checksums. */
class PageChecksumTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void isThatOfTheBytesOfEachPage(Compression compression) throws Exception {
    assertThat(pages(written(compression))).hasSizeGreaterThan(1).doesNotContain(false);
  }

  @Test
  void isWrongOnceABitHasFlipped() throws Exception {
    byte[] bytes = written(Compression.NONE);
    int middleOfPages = bytes.length / 2;

    bytes[middleOfPages] ^= 1;

    assertThat(pages(bytes)).contains(false);
  }

  private static byte[] written(Compression compression) throws IOException {
    // Few enough texts for a dictionary, which is a page of its own.
    List<List<SampleValue>> rows =
        IntStream.range(0, 20_000).mapToObj(row -> List.of(text("text " + row % 500))).toList();
    return SinkTrial.of(new ParquetSinkProvider(), Map.of("compression", compression.optionValue()))
        .bytes(SampleTable.ofColumn(ColumnType.TEXT).withRows(rows), Optional.empty());
  }

  /** For each page of a file with one column in one row group, whether its checksum is right. */
  private List<Boolean> pages(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("out.parquet"), bytes);
    List<Object> chunk =
        DuckDb.rows(
                file,
                "SELECT coalesce(dictionary_page_offset, data_page_offset)::INTEGER,"
                    + " total_compressed_size::INTEGER FROM parquet_metadata(?)")
            .get(0);
    ByteArrayInputStream pages =
        new ByteArrayInputStream(bytes, (Integer) chunk.get(0), (Integer) chunk.get(1));
    List<Boolean> right = new ArrayList<>();
    while (pages.available() > 0) {
      PageHeader header = Util.readPageHeader(pages);
      CRC32 checksum = new CRC32();
      checksum.update(pages.readNBytes(header.getCompressed_page_size()));
      right.add(header.isSetCrc() && (int) checksum.getValue() == header.getCrc());
    }
    return right;
  }
}
