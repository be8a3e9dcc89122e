package dev.vidiexport.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a collector finds, and what is taken from an earlier file. */
class MetricsFileTest {
  private static final Instant LATER = SampleFigures.END.plusSeconds(3_600);

  @TempDir private Path folder;

  private Path path() {
    return folder.resolve("nightly.prom");
  }

  private MetricsFile file() {
    return MetricsFile.of(path().toString());
  }

  private void write() {
    file().write(SampleFigures.complete("nightly"));
  }

  @Test
  void tellsEveryFigure() throws IOException {
    write();

    WrittenMetrics written = WrittenMetrics.read(path());
    assertThat(written.value("vidiexport_run_last_success_timestamp_seconds", "export=\"nightly\""))
        .isEqualTo(1_709_532_000.25);
    assertThat(written.value("vidiexport_run_duration_seconds", "export=\"nightly\""))
        .isEqualTo(61.5);
    assertThat(written.value("vidiexport_run_exit_code", "export=\"nightly\"")).isZero();
    assertThat(written.value("vidiexport_run_written_rows", "export=\"nightly\"")).isEqualTo(1_234);
    assertThat(written.value("vidiexport_run_written_bytes", "export=\"nightly\""))
        .isEqualTo(56_789);
    assertThat(written.value("vidiexport_run_calls", "answer=\"429\",export=\"nightly\"")).isOne();
    assertThat(written.value("vidiexport_run_calls", "answer=\"5xx\",export=\"nightly\"")).isZero();
    assertThat(written.value("vidiexport_run_retries", "export=\"nightly\"")).isEqualTo(3);
    assertThat(written.value("vidiexport_run_limit_wait_seconds", "export=\"nightly\""))
        .isEqualTo(1.5);
    assertThat(
            written.value("vidiexport_export_windows", "export=\"viewers_hourly\",state=\"stale\""))
        .isEqualTo(7);
    assertThat(written.value("vidiexport_export_coverage_ratio", "export=\"viewers_hourly\""))
        .isEqualTo(0.666);
    assertThat(written.values().keySet())
        .noneMatch(sample -> sample.contains("coverage_ratio{export=\"ots_finest\""));
  }

  @Test
  void hasNoLabelsButTheExportAnAnswerAndAState() throws IOException {
    write();

    WrittenMetrics written = WrittenMetrics.read(path());
    for (String name : written.names()) {
      assertThat(written.labels(name)).as(name).isSubsetOf("export", "answer", "state");
    }
    assertThat(written.valuesOf("answer"))
        .containsExactlyInAnyOrder(
            "200", "2xx", "3xx", "401", "403", "404", "408", "429", "4xx", "5xx", "none");
    assertThat(written.valuesOf("state"))
        .containsExactlyInAnyOrder(
            "open", "missing", "complete", "due", "failed", "refused", "stale", "retired");
  }

  @Test
  void isCleanInTheEyesOfPrometheus() throws Exception {
    write();

    assertThat(Promtool.complaintsAbout(path())).isEmpty();
  }

  @Test
  void canBeReadByEverybodyWhenItIsNewAndKeepsItsModeThen() throws IOException {
    write();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-r--r--");

    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r-----"));
    write();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-r-----");
  }

  @Test
  void tellsTheLastSuccessOfAnEarlierFile() {
    write();

    EarlierSuccess earlier = file().earlierSuccess(LATER);

    assertThat(earlier).isEqualTo(new EarlierSuccess(Optional.of(SampleFigures.END), none()));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  @Test
  void hasNoneToTellWhereThereIsNoFileOrNoRunDidWell() {
    assertThat(file().earlierSuccess(LATER))
        .isEqualTo(new EarlierSuccess(Optional.empty(), none()));

    RunFigures done = SampleFigures.complete("nightly");
    file()
        .write(
            new RunFigures(
                "nightly",
                done.end(),
                done.elapsed(),
                10,
                Optional.empty(),
                0,
                done.bytes(),
                done.calls(),
                List.of()));

    assertThat(file().earlierSuccess(LATER))
        .isEqualTo(new EarlierSuccess(Optional.empty(), none()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node_load1 0.5\n",
        "<html>",
        "vidiexport_run_last_success_timestamp_seconds{export=\"nightly\"} NaN\n",
        "vidiexport_run_last_success_timestamp_seconds{export=\"nightly\"} -1\n",
        "vidiexport_run_last_success_timestamp_seconds{export=\"nightly\"} 9E99\n",
        "vidiexport_run_last_success_timestamp_seconds{export=\"nightly\"} 1.2.3\n",
        "vidiexport_run_last_success_timestamp_seconds{export=\"nightly\"} 1E9\n"
            + "vidiexport_run_last_success_timestamp_seconds{export=\"nightly\"} 2E9\n",
        "vidiexport_run_last_success_timestamp_seconds{export=\"other\"} 1.7E9\n",
        "vidiexport_run_last_success_timestamp_seconds{export=\"nightly\",job=\"x\"} 1.7E9\n",
        "vidiexport_run_last_success_timestamp_seconds 1.7E9\n"
      })
  void saysWhyAnEarlierFileCannotBeUsed(String content) throws IOException {
    Files.writeString(path(), content);

    EarlierSuccess earlier = file().earlierSuccess(LATER);

    assertThat(earlier.moment()).isEmpty();
    assertThat(earlier.trouble()).isPresent();
  }

  @Test
  void readsNoMoreOfAnEarlierFileThanFits() throws IOException {
    Files.write(path(), new byte[9 * 1024 * 1024]);

    assertThat(file().earlierSuccess(LATER).trouble()).contains("it is larger than 8 MiB");
  }

  @Test
  void writesOverWhateverAnEarlierFileHolds() {
    Property.holds(
        200,
        random -> {
          Files.write(path(), content(random));

          EarlierSuccess earlier = file().earlierSuccess(LATER);
          write();

          assertThat(earlier.moment().filter(moment -> moment.isAfter(LATER))).isEmpty();
          assertThat(WrittenMetrics.read(path()).values()).isNotEmpty();
        });
  }

  /** Noise, or what this program writes with some of it changed. */
  private static byte[] content(Random random) {
    if (random.nextBoolean()) {
      byte[] noise = new byte[random.nextInt(2_000)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] good = PrometheusText.of(RunMetrics.of(SampleFigures.complete("nightly")));
    for (int change = random.nextInt(20); change > 0; change--) {
      good[random.nextInt(good.length)] = (byte) random.nextInt(256);
    }
    return good;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\\b", "a\nb", "a{b}", "a,b=\"c", "a\\nb", "-"})
  void takesAnyNameAndKnowsItAgain(String name) throws Exception {
    Path path = folder.resolve(name + ".prom");
    MetricsFile file = MetricsFile.of(path.toString());

    file.write(SampleFigures.complete(file.name()));

    assertThat(file.earlierSuccess(LATER).moment()).contains(SampleFigures.END);
    assertThat(Promtool.complaintsAbout(path)).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
  void takesNamesOfAllLanguages() throws Exception {
    takesAnyNameAndKnowsItAgain("\u00e4 \u4e16");
  }

  @ParameterizedTest
  @CsvSource({
    "nightly.prom, nightly, true",
    "x/nightly.prom, nightly, true",
    "metrics.txt, metrics.txt, false",
    "nightly.prom.tmp, nightly.prom.tmp, false",
    "nightly.PROM, nightly.PROM, false",
    ".prom, .prom, true"
  })
  void knowsWhichNamesACollectorReads(String written, String name, boolean isCollected) {
    MetricsFile file = MetricsFile.of(written);

    assertThat(file.name()).isEqualTo(name);
    assertThat(file.isCollected()).isEqualTo(isCollected);
  }

  @Test
  void isNotStandardOutput() {
    assertThatThrownBy(() -> MetricsFile.of("-"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must name a file");
  }

  @Test
  void isWholeWhoeverWritesItAtTheSameTime() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> writing =
          () -> {
            for (int time = 0; time < 25; time++) {
              write();
              WrittenMetrics.read(path());
            }
            return null;
          };
      Set<Set<String>> names = new java.util.HashSet<>();
      for (Future<Void> done : writers.invokeAll(List.of(writing, writing, writing, writing))) {
        done.get();
        names.add(WrittenMetrics.read(path()).names());
      }
      assertThat(names).hasSize(1);
      try (var left = Files.list(folder)) {
        assertThat(left).containsExactly(path());
      }
    } finally {
      writers.shutdown();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
  void writesUtf8WhateverTheLocale() throws IOException {
    MetricsFile file = MetricsFile.of(folder.resolve("\u00e9.prom").toString());

    file.write(SampleFigures.complete(file.name()));

    assertThat(new String(Files.readAllBytes(folder.resolve("\u00e9.prom")), UTF_8))
        .contains("export=\"\u00e9\"");
  }
}
