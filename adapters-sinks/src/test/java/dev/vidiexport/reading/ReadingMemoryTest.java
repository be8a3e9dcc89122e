package dev.vidiexport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.spi.SampleValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However large a file is, or its row groups are, some of it is in memory and no more. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadingMemoryTest {
  private static final int ROWS = 40_000;
  private static final int TEXT_CHARACTERS = 800;

  @TempDir Path folder;

  /** The texts take 32 MB, which do not fit into the memory, and of Parquet make one row group. */
  @Test
  void holdsPagesOrLinesAlone() throws IOException {
    WrittenRows rows = rows();
    List<Path> files = new ArrayList<>();
    for (String format : List.of("csv", "jsonl", "json", "parquet")) {
      Path file = folder.resolve("rows." + format);
      files.add(Files.write(file, rows.bytes(new FileFormat(format, Map.of()))));
    }

    // Another collector needs room for large arrays at a stretch, and has it or not by chance.
    String printed = ReadingProcess.run(List.of("-Xmx24m", "-XX:+UseSerialGC"), files);

    assertThat(printed.lines())
        .containsExactlyElementsOf(
            Stream.of("csv", "jsonl", "json", "parquet").map(name -> name + " " + ROWS).toList());
  }

  private static WrittenRows rows() {
    Random random = Property.random(1);
    List<List<SampleValue>> rows = new ArrayList<>();
    char[] text = new char[TEXT_CHARACTERS];
    for (int row = 0; row < ROWS; row++) {
      for (int at = 0; at < TEXT_CHARACTERS; at++) {
        text[at] = (char) ('0' + (random.nextInt() & 0x3F));
      }
      rows.add(
          List.of(SampleValue.number(Integer.toString(row)), SampleValue.text(new String(text))));
    }
    return new WrittenRows(ReadingProcess.COLUMNS, rows);
  }
}
