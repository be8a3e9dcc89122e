package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.backfill.HistoryEntry;
import dev.vidiexport.app.backfill.HistoryTables;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.testing.SampledShare;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program finds whatever happened to files of a history, and makes it good. */
class VerifyIT {
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
  private static final int DAYS = 7;
  private static final String NOW = "2024-03-08T15:00:00Z";
  private static final HistoryEntry HOURLY =
      new HistoryEntry(
          "viewers_hourly",
          "viewers",
          TimeResolution.ONE_HOUR,
          false,
          HistoryEntry.locations(3),
          FIRST,
          FIRST.plusDays(DAYS - 1));

  @TempDir private Path top;

  private PackagedJar jar(Sandbox sandbox) throws IOException {
    Path folder = Files.createDirectories(top.resolve("work"));
    writeProject(folder, "");
    return PackagedJar.in(folder)
        .withVariable("XDG_CACHE_HOME", top.resolve("cache").toString())
        .withVariable("XDG_STATE_HOME", top.resolve("state").toString())
        .askingAt(sandbox.baseUrl().toString())
        .withVariable("VIDICENTER_USERNAME", sandbox.username())
        .withVariable("VIDICENTER_TOKEN", sandbox.token());
  }

  private static void writeProject(Path folder, String more) throws IOException {
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            locations: [1056, 1057, 1058]
            start: %s
            lookback: 0d
        %s"""
            .formatted(FIRST, more));
  }

  private static Sandbox sandbox() throws IOException {
    return Sandbox.start(
        SandboxSettings.usual()
            .withLocations(3)
            .withBuildTime(Duration.ZERO)
            .withLimits(false)
            .withHistory(SandboxHistory.until(Instant.parse("2024-03-20T00:00:00Z"))));
  }

  private static ProcessResult sync(PackagedJar jar) {
    return jar.run("sync", "--as-of", NOW, "--poll-interval", "20ms", "--quiet");
  }

  private static List<String> list(ProcessResult ended, String key) {
    JsonObject json = JsonParser.parseString(ended.text()).getAsJsonObject();
    JsonArray found = json.getAsJsonArray(key);
    return StreamSupport.stream(found.spliterator(), false).map(JsonElement::getAsString).toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walked = Files.walk(top.resolve("work/audience/viewers_hourly"))) {
      return walked.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String told(Path file) {
    return top.resolve("work/audience").relativize(file).toString();
  }

  @Test
  void findsEachKindOfDamageAndMakesItGood() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      PackagedJar jar = jar(sandbox);
      assertThat(sync(jar).exitCode()).isZero();
      List<Path> files = files();
      assertThat(files).hasSize(DAYS);
      flip(files.get(0));
      cut(files.get(1));
      swap(files.get(2), files.get(3));
      Path renamed = files.get(4).resolveSibling("renamed.parquet");
      Files.move(files.get(4), renamed);
      Path doubled = files.get(5).resolveSibling("doubled.parquet");
      Files.copy(files.get(5), doubled);
      Files.delete(files.get(6));

      ProcessResult found = jar.run("verify", "--json", "--rows");
      ProcessResult repaired = jar.run("verify", "--repair", "--json");
      Files.delete(renamed);
      Files.delete(doubled);
      ProcessResult synced = sync(jar);
      ProcessResult again = jar.run("verify", "--rows");

      assertThat(found.exitCode()).as(found.err()).isEqualTo(11);
      assertThat(list(found, "missing")).containsExactly(told(files.get(4)), told(files.get(6)));
      assertThat(list(found, "changed"))
          .containsExactlyElementsOf(files.subList(0, 4).stream().map(this::told).toList());
      assertThat(list(found, "foreign")).containsExactly(told(renamed), told(doubled));
      assertThat(list(found, "rows_differ")).contains(told(files.get(1)));
      assertThat(repaired.exitCode()).isEqualTo(11);
      assertThat(synced.exitCode()).as(synced.err()).isZero();
      assertThat(again.exitCode()).as(again.text()).isZero();
      assertThat(again.text())
          .startsWith("7 files, ")
          .endsWith(", 504 rows: all as the ledger has them.\n");
      try (HistoryTables tables = HistoryTables.in(top.resolve("work/audience"))) {
        tables.holdTheRowsOf(sandbox, HOURLY, "after the repair");
      }
    }
  }

  private static void flip(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      int before = bytes.read();
      bytes.seek(bytes.length() / 2);
      bytes.write(before ^ 1);
    }
  }

  private static void cut(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() - 10);
    }
  }

  private void swap(Path one, Path other) throws IOException {
    Path kept = top.resolve("kept");
    Files.move(one, kept);
    Files.move(other, one, StandardCopyOption.REPLACE_EXISTING);
    Files.move(kept, other);
  }

  /** All files become stale, and are replaced, while one verification follows another. */
  @Tag("sampled")
  @Test
  void raisesNoAlarmBesideASync() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      PackagedJar jar = jar(sandbox);
      assertThat(sync(jar).exitCode()).isZero();
      for (int round = 0; round < SampledShare.of(1, 10); round++) {
        writeProject(
            top.resolve("work"),
            "    sink_options: {compression: %s}\n".formatted(round % 2 == 0 ? "none" : "gzip"));
        RunningJar syncing =
            jar.start("sync", "--as-of", NOW, "--poll-interval", "20ms", "--quiet");
        do {
          ProcessResult verified = jar.run("verify", "--rows", "--json");
          assertThat(verified.exitCode()).as(verified.text() + verified.err()).isZero();
        } while (syncing.process().isAlive());
        assertThat(syncing.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(syncing.end().exitCode()).isZero();
      }
    }
  }
}
