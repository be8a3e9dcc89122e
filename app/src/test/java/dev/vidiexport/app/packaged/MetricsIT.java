package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.metrics.Promtool;
import dev.vidiexport.app.metrics.WrittenMetrics;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program leaves metrics for a collector, however it ends. */
class MetricsIT {
  private static final String RUN = "export=\"run\"";
  private static final String LAST_SUCCESS = "vidiexport_run_last_success_timestamp_seconds";
  private static final String NOW = "2024-03-04T06:00:00Z";
  private static final String PROJECT =
      """
      target: audience
      exports:
        viewers_hourly:
          data_type: viewers
          time_resolution: 1h
          locations: all
          start: 2024-03-01
          time_zone: Europe/Berlin
      """;

  @TempDir private Path top;

  private Path folder() throws IOException {
    return Files.createDirectories(top.resolve("work"));
  }

  private PackagedJar jar() throws IOException {
    return PackagedJar.in(folder())
        .withVariable("XDG_CACHE_HOME", top.resolve("cache").toString())
        .withVariable("XDG_STATE_HOME", top.resolve("state").toString());
  }

  private static PackagedJar asking(Sandbox sandbox, PackagedJar jar) {
    return jar.askingAt(sandbox.baseUrl().toString())
        .withVariable("VIDICENTER_USERNAME", sandbox.username())
        .withVariable("VIDICENTER_TOKEN", sandbox.token());
  }

  private static Sandbox sandbox() throws IOException {
    return Sandbox.start(
        SandboxSettings.usual()
            .withLocations(3)
            .withBuildTime(Duration.ZERO)
            .withHistory(SandboxHistory.until(Instant.parse("2024-03-10T00:00:00Z"))));
  }

  private static String[] export(String... more) {
    List<String> arguments = new ArrayList<>(List.of("-o", "out.csv", "--overwrite"));
    arguments.addAll(List.of("--metrics-file", "run.prom"));
    arguments.addAll(List.of(more));
    return ExampleCommandLine.export(arguments.toArray(String[]::new));
  }

  private static String[] sync(String... more) {
    List<String> arguments = new ArrayList<>(List.of("sync", "--as-of", NOW));
    arguments.addAll(List.of("--metrics-file", "run.prom", "--poll-interval", "20ms"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private WrittenMetrics metrics(ProcessResult ended, int exitCode) throws Exception {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    Path file = folder().resolve("run.prom");
    assertThat(Promtool.complaintsAbout(file)).isEmpty();
    WrittenMetrics metrics = WrittenMetrics.read(file);
    assertThat(metrics.value("vidiexport_run_exit_code", RUN)).isEqualTo(exitCode);
    assertThat(metrics.value("vidiexport_run_duration_seconds", RUN)).isPositive();
    return metrics;
  }

  @Tag("deadline")
  @Test
  void tellsOfAnExportAndTakesItsSuccessOver() throws Exception {
    double success;
    try (Sandbox sandbox = sandbox()) {
      WrittenMetrics metrics = metrics(asking(sandbox, jar()).run(export()), 0);
      success = metrics.value(LAST_SUCCESS, RUN);
      assertThat(success).isEqualTo(metrics.value("vidiexport_run_end_timestamp_seconds", RUN));
      assertThat(metrics.value("vidiexport_run_written_bytes", RUN))
          .isEqualTo(Files.size(folder().resolve("out.csv")));
      assertThat(metrics.value("vidiexport_run_written_rows", RUN))
          .isEqualTo(Files.readAllLines(folder().resolve("out.csv")).size() - 1);
      assertThat(metrics.value("vidiexport_run_calls", "answer=\"200\"," + RUN)).isPositive();
    }

    ProcessResult unreachable =
        jar().askingAt("http://127.0.0.1:9/").run(export("--timeout", "4s"));
    WrittenMetrics after = metrics(unreachable, 8);

    assertThat(after.value(LAST_SUCCESS, RUN)).isEqualTo(success);
    assertThat(after.value("vidiexport_run_written_rows", RUN)).isZero();
    assertThat(after.value("vidiexport_run_calls", "answer=\"none\"," + RUN)).isPositive();
    assertThat(after.value("vidiexport_run_calls", "answer=\"200\"," + RUN)).isZero();
    assertThat(after.value("vidiexport_run_retries", RUN)).isPositive();
  }

  @Test
  void tellsOfACommandLineThatIsWrong() throws Exception {
    metrics(jar().run(export("--no-such-option", "--timeout", "soon")), 2);
    metrics(jar().run(sync("--config", "no-such-file.yaml")), 2);
  }

  @ParameterizedTest
  @CsvSource({
    "run.prom, columns.md, token",
    "out.csv, ./run.prom, token",
    "out.csv, columns.md, run.prom"
  })
  void replacesNothingThatAnotherOptionNames(String output, String dictionary, String token)
      throws Exception {
    Files.writeString(folder().resolve("run.prom"), "precious");

    ProcessResult ended =
        jar()
            .askingAt("http://127.0.0.1:9/")
            .run(
                ExampleCommandLine.export(
                    "-o",
                    output,
                    "-f",
                    "csv",
                    "--dictionary",
                    dictionary,
                    "--token-file",
                    token,
                    "--metrics-file",
                    "run.prom"));

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("Choose another --metrics-file.");
    assertThat(folder().resolve("run.prom")).hasContent("precious");
  }

  @Test
  void isNoPartOfAHistory() throws Exception {
    Files.writeString(folder().resolve("vidiexport.yaml"), PROJECT);

    ProcessResult ended =
        jar()
            .askingAt("http://127.0.0.1:9/")
            .run("sync", "--metrics-file", "audience/run.prom", "--as-of", NOW);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("--metrics-file must not be in the target of the history");
    assertThat(folder().resolve("audience/run.prom")).doesNotExist();
  }

  @Test
  void refusesStandardOutput() throws Exception {
    ProcessResult ended = jar().run("sync", "--metrics-file", "-");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("--metrics-file must name a file");
  }

  @Test
  void writesAFileThatNobodyCollectsAndSaysSo() throws Exception {
    ProcessResult ended = jar().run("sync", "--metrics-file", "run.txt", "--config", "none.yaml");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .contains(
            "A node exporter reads only files whose names end with .prom, and not \"run.txt\".");
    assertThat(folder().resolve("run.txt"))
        .content()
        .contains("vidiexport_run_exit_code{export=\"run.txt\"} 2.0");
  }

  @Test
  void endsBeforeTheFirstCallWhereItCannotBeWritten() throws Exception {
    ProcessResult ended =
        jar()
            .askingAt("http://127.0.0.1:9/")
            .run(
                ExampleCommandLine.export(
                    "-o", "out.csv", "--metrics-file", "no-such-folder/run.prom"));

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(6);
    assertThat(ended.err()).contains("no-such-folder", "choose another --metrics-file");
  }

  @Test
  void tellsOfAnOutputThatCannotBeWritten() throws Exception {
    metrics(
        jar()
            .askingAt("http://127.0.0.1:9/")
            .run(
                ExampleCommandLine.export(
                    "-o", "no-such-folder/out.csv", "--metrics-file", "run.prom")),
        6);
  }

  @Test
  void saysNothingOfADryRun() throws Exception {
    ProcessResult ended = jar().askingAt("http://127.0.0.1:9/").run(export("--dry-run"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(folder().resolve("run.prom")).doesNotExist();
  }

  @Test
  void canBeReadByTheCollectorWhateverTheUmask() throws Exception {
    metrics(jar().withUmask("077").run(export("--no-such-option")), 2);

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder().resolve("run.prom"))))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void tellsOfASyncAndOfTheHistory() throws Exception {
    Files.writeString(folder().resolve("vidiexport.yaml"), PROJECT);
    try (Sandbox sandbox = sandbox()) {
      PackagedJar jar = asking(sandbox, jar());
      WrittenMetrics part = metrics(jar.run(sync("--max-duration", "1ms")), 10);
      assertThat(part.has(LAST_SUCCESS)).isFalse();
      assertThat(part.value("vidiexport_export_windows", history("missing"))).isPositive();

      WrittenMetrics whole = metrics(jar.run(sync()), 0);
      assertThat(whole.value("vidiexport_export_windows", history("missing"))).isZero();
      assertThat(whole.value("vidiexport_export_windows", history("complete"))).isEqualTo(3);
      assertThat(whole.value("vidiexport_export_coverage_ratio", "export=\"viewers_hourly\""))
          .isBetween(0.1, 1.0);
      assertThat(whole.value("vidiexport_export_written_rows", "export=\"viewers_hourly\""))
          .isEqualTo(whole.value("vidiexport_run_written_rows", RUN))
          .isPositive();

      WrittenMetrics held = heldByAnother(jar);
      assertThat(held.value(LAST_SUCCESS, RUN)).isEqualTo(whole.value(LAST_SUCCESS, RUN));
      assertThat(held.value("vidiexport_export_windows", history("complete"))).isEqualTo(3);
    }
  }

  private static String history(String state) {
    return "export=\"viewers_hourly\",state=\"%s\"".formatted(state);
  }

  /** The other one waits for an answer, and is ended then. */
  private WrittenMetrics heldByAnother(PackagedJar jar) throws Exception {
    try (ScriptedVidiCenter silent = ScriptedVidiCenter.answering(ScriptedAnswer.silence())) {
      RunningJar other =
          jar()
              .askingAt(silent.baseUrl())
              .start("sync", "--as-of", NOW, "--metrics-file", "other.prom");
      silent.awaitRequests(1);

      WrittenMetrics held = metrics(jar.run(sync()), 12);

      other.signal("TERM");
      assertThat(other.end().exitCode()).isEqualTo(143);
      Path file = folder().resolve("other.prom");
      assertThat(Promtool.complaintsAbout(file)).isEmpty();
      assertThat(WrittenMetrics.read(file).value("vidiexport_run_exit_code", "export=\"other\""))
          .isEqualTo(143);
      return held;
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void tellsOfASignal(String signal, int exitCode) throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    ScriptedAnswer building =
        ScriptedAnswer.toldWhenRead(ScriptedAnswer.json("{\"state\": \"in_progress\"}"), read);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(building)) {
      RunningJar running =
          jar()
              .askingAt(vidiCenter.baseUrl())
              .start(export("--poll-interval", "10m", "--max-poll-interval", "10m"));
      WaitLimit.await(read, "waits for the next poll");

      running.signal(signal);

      metrics(running.end(), exitCode);
    }
  }

  @ParameterizedTest
  @CsvSource({"401 Unauthorized, 401, 3", "400 Bad Request, 4xx, 9", "418 Teapot, 4xx, 9"})
  void tellsWhatCallsWereAnswered(String status, String answer, int exitCode) throws Exception {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.of(status, "{}"))) {
      WrittenMetrics metrics =
          metrics(jar().askingAt(vidiCenter.baseUrl()).run(export()), exitCode);

      assertThat(metrics.value("vidiexport_run_calls", "answer=\"%s\",%s".formatted(answer, RUN)))
          .isOne();
    }
  }
}
