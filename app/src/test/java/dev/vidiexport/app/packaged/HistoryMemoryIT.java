package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.testing.SampledShare;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two bodies far larger than the memory go through at the same time, and every row arrives. */
class HistoryMemoryIT {
  private static final int ROWS = 1_000_000;
  private static final List<String> LITTLE_MEMORY = List.of("-Xmx128m");

  private static final String PROJECT =
      """
      target: audience
      exports:
        entrance:
          data_type: viewers
          time_resolution: finest
          window: 1M
          format: %1$s
          locations: [1056]
          start: 2016-04-01
          end: 2016-04-30
        exit:
          data_type: viewers
          time_resolution: finest
          window: 1M
          format: %1$s
          locations: [1057]
          start: 2016-04-01
          end: 2016-04-30
      """;

  @TempDir private Path folder;

  static List<String> formats() {
    return SampledShare.of(List.of("csv"), List.of("csv", "parquet"));
  }

  @Tag("sampled")
  @ParameterizedTest
  @MethodSource("formats")
  void writesTwoTimesAMillionRowsAtATime(String format) throws Exception {
    Files.writeString(folder.resolve("vidiexport.yaml"), PROJECT.formatted(format));
    Map<String, ManyRows> rows =
        Map.of("1056", new ManyRows(20_160_429, ROWS), "1057", new ManyRows(20_160_430, ROWS));
    CountDownLatch begun = new CountDownLatch(rows.size());
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.choosing(request -> answer(request, rows, begun))) {
      ProcessResult ended =
          PackagedJar.in(folder)
              .withJvmOptions(LITTLE_MEMORY)
              .askingAt(vidiCenter.baseUrl())
              .run("sync", "--as-of", "2016-05-10T00:00:00Z", "--quiet");

      assertThat(ended.err()).isEmpty();
      assertThat(ended.exitCode()).isZero();
    }
    assertThat(written("entrance", format)).hasToString(rows.get("1056").fingerprint().toString());
    assertThat(written("exit", format)).hasToString(rows.get("1057").fingerprint().toString());
  }

  private static ScriptedAnswer answer(
      ReceivedRequest request, Map<String, ManyRows> rows, CountDownLatch begun) {
    if (request.path().endsWith("/data/")) {
      return together(rows.get(request.arguments().get("locations")), begun);
    }
    return ScriptedAnswer.json(
        request.path().endsWith("/locations/")
            ? "[" + location(1056) + ", " + location(1057) + "]"
            : "[]");
  }

  /** None comes before all of them have been asked for. */
  private static ScriptedAnswer together(ManyRows rows, CountDownLatch begun) {
    return connection -> {
      begun.countDown();
      try {
        WaitLimit.await(begun, "all are asked for at the same time");
      } catch (InterruptedException told) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while it waited");
      }
      ScriptedAnswer.streamed(rows::write).send(connection);
    };
  }

  private static String location(int id) {
    return """
        {"id": %s, "site_id": 201, "label": "Door", "active": true, \
        "creation_date": "2016-01-01T00:00:00", "last_timezone": 0, \
        "last_upload_timestamp": "2016-05-09T00:00:00"}"""
        .formatted(id);
  }

  private RowsFingerprint written(String export, String format) throws Exception {
    return OutputRows.read(format, onlyFile(folder.resolve("audience").resolve(export)));
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(Files::isRegularFile).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }
}
