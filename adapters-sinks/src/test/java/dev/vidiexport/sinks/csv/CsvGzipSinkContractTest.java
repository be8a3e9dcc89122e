package dev.vidiexport.sinks.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.ReadTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compressed by the extension, and with every other option away from its default. */
class CsvGzipSinkContractTest extends CsvSinkContractTest {
  @Override
  protected Map<String, String> options() {
    return Map.of("delimiter", " ", "line-separator", "crlf", "bom", "true");
  }

  @Override
  protected Optional<String> extension() {
    return Optional.of("csv.gz");
  }

  @Override
  protected ReadTable readBack(Path output, Schema schema) throws IOException {
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(output))) {
      bytes.skipNBytes("\uFEFF".getBytes(UTF_8).length);
      return CsvReading.table(CsvReading.lines(bytes.readAllBytes(), ' '), schema);
    }
  }

  @Override
  @Tag("thorough")
  @Test
  protected void writesAMillionRowsInASmallMemory() throws Exception {
    super.writesAMillionRowsInASmallMemory();
  }
}
