package dev.vidiexport.sinks.parquet;

import static dev.vidiexport.spi.SampleValue.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SinkTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.ParquetDecodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rot on a disk is noticed by readers that look at the checksums. */
class PageChecksumTest {
  private static final String VALUE = "something to be found in the file";

  @TempDir Path folder;

  @Test
  void isRightForWhatWasWritten() throws IOException {
    assertThat(rowsRead(written())).isEqualTo(1);
  }

  @Test
  void isWrongOnceABitHasFlipped() throws IOException {
    byte[] bytes = written();
    bytes[new String(bytes, ISO_8859_1).indexOf(VALUE)] ^= 1;

    assertThatThrownBy(() -> rowsRead(bytes))
        .isInstanceOf(ParquetDecodingException.class)
        .hasStackTraceContaining("CRC");
  }

  private static byte[] written() throws IOException {
    SampleTable table = SampleTable.ofColumn(ColumnType.TEXT, text(VALUE));
    return SinkTrial.of(new ParquetSinkProvider(), Map.of("compression", "none"))
        .bytes(table, Optional.empty());
  }

  private long rowsRead(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("out.parquet"), bytes);
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .usePageChecksumVerification()
            .withCodecFactory(Codecs.open(Compression.NONE))
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      PageReadStore group = reader.readNextRowGroup();
      reader
          .getFileMetaData()
          .getSchema()
          .getColumns()
          .forEach(
              column -> {
                group.getPageReader(column).readDictionaryPage();
                group.getPageReader(column).readPage();
              });
      return group.getRowCount();
    }
  }
}
