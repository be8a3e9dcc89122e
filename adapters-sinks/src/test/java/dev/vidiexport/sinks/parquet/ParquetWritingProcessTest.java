package dev.vidiexport.sinks.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sink in a Java of its own. The time limit only ends a test that hangs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParquetWritingProcessTest {
  @TempDir Path folder;

  /** The rows take 40 MB and more; the long texts that come after them 100 MB. */
  @Test
  void holdsARowGroupAndNoMoreHoweverManyRowsThereAre() throws IOException {
    assertThat(ParquetWritingProcess.run(List.of("-Xmx96m"), "zstd", 1_000_000, 400))
        .isEqualTo("written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "snappy"})
  void tellsTheWaysOutWhenNativeCodeCannotBeUnpacked(String compression) throws IOException {
    Path noFolder = Files.createFile(folder.resolve("file"));

    String printed =
        ParquetWritingProcess.run(List.of("-Djava.io.tmpdir=" + noFolder), compression, 1, 0);

    assertThat(printed)
        .isEqualTo(
            compression
                + " needs native code, which could not be unpacked into "
                + noFolder
                + " and run from there. Start java with -Djava.io.tmpdir=DIR, a folder that you may"
                + " write to, on a file system that allows execution, or use"
                + " compression=gzip, which needs none.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "none"})
  void needsNoNativeCodeForOtherCompressions(String compression) throws IOException {
    Path noFolder = Files.createFile(folder.resolve("file"));

    String printed =
        ParquetWritingProcess.run(List.of("-Djava.io.tmpdir=" + noFolder), compression, 1, 0);

    assertThat(printed).isEqualTo("written");
  }
}
