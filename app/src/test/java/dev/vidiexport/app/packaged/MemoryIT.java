package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.testing.SampledShare;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A body far larger than the memory goes through, and every row of it arrives. */
class MemoryIT {
  private static final int ROWS = 1_000_000;
  private static final long SEED = 20_160_429;
  private static final List<String> LITTLE_MEMORY = List.of("-Xmx128m");

  @TempDir private Path folder;

  static List<String> formats() {
    return SampledShare.of(List.of("csv", "parquet"), List.of("csv", "json", "jsonl", "parquet"));
  }

  @Tag("sampled")
  @ParameterizedTest
  @MethodSource("formats")
  void writesAMillionRows(String format) throws Exception {
    ManyRows rows = new ManyRows(SEED, ROWS);
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.streamed(rows::write))) {
      PackagedJar jar =
          PackagedJar.in(folder).withJvmOptions(LITTLE_MEMORY).askingAt(vidiCenter.baseUrl());
      Path output = folder.resolve("out." + format);

      ProcessResult ended = jar.run(export(output.getFileName().toString()));

      assertThat(ended.err()).isEmpty();
      assertThat(ended.exitCode()).isZero();
      assertThat(OutputRows.read(format, output)).hasToString(rows.fingerprint().toString());
      assertThat(jar.files()).containsExactly("out." + format);
    }
  }

  private static String[] export(String output) {
    return new String[] {
      "export",
      "--data-type",
      "viewers",
      "--time-resolution",
      "finest",
      "--locations",
      "1056",
      "--start",
      "2016-04-01T00:00:00",
      "--end",
      "2016-04-30T23:59:59",
      "-o",
      output,
      "--quiet"
    };
  }
}
