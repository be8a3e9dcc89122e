package dev.vidiexport.app.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.app.packaged.RunningJar;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.testing.SampledShare;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job of the packaged program, from an empty folder to a history that is complete, against
 * a sandbox with all limits of the service. In the thorough build it is so much that the limit of
 * calls a minute makes it wait for minutes.
 */
class HistoryIT {
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final int DAYS = SampledShare.of(5, 60);
  private static final LocalDate LAST_DAY = FIRST_DAY.plusDays(DAYS - 1);

  /** The others have fewer days, or all calls would not fit into one minute. */
  private static final LocalDate LATER_DAY = FIRST_DAY.plusDays(SampledShare.of(2, 0));

  private static final int KILLS = SampledShare.of(2, 5);
  private static final int LOCATIONS = 12;
  private static final int CALLS_OF_TOPOLOGY = 5;
  private static final int CALLS_OF_SLICE = 2;
  private static final int HELD = 12;
  private static final int TERMINATED = 143;

  /** The day after, when one window is open. */
  private static final String NOW =
      LAST_DAY.plusDays(1).atTime(LocalTime.of(15, 0)).toInstant(ZoneOffset.UTC).toString();

  private static final String[] PLAN = {"plan", "--json", "--as-of", NOW};
  private static final String[] SYNC = {
    "sync", "--as-of", NOW, "--poll-interval", "50ms", "--json", "--report", "report.json"
  };

  private static final HistoryEntry HOURLY =
      entry("viewers_hourly", "viewers", TimeResolution.ONE_HOUR, true, FIRST_DAY);
  private static final HistoryEntry QUARTERS =
      entry("ots_quarters", "ots", TimeResolution.FIFTEEN_MINUTES, false, LATER_DAY);
  private static final HistoryEntry FINEST =
      entry("viewers_finest", "viewers", TimeResolution.FINEST, false, LATER_DAY);
  private static final HistoryEntry FEW_DAYS =
      entry(QUARTERS.name(), "ots", TimeResolution.FIFTEEN_MINUTES, false, LAST_DAY.minusDays(2));
  private static final List<HistoryEntry> ALL = List.of(HOURLY, QUARTERS, FINEST);
  private static final int SLICES = ALL.stream().mapToInt(entry -> entry.days().size()).sum();

  @TempDir private Path top;

  private static HistoryEntry entry(
      String name, String type, TimeResolution resolution, boolean grouped, LocalDate first) {
    return new HistoryEntry(
        name, type, resolution, grouped, HistoryEntry.locations(LOCATIONS), first, LAST_DAY);
  }

  @Tag("sampled")
  @Test
  void becomesWholeHoweverOftenItsSyncIsKilled() {
    Property.holds(1, this::killAndComplete);
  }

  private void killAndComplete(Random chance) throws Exception {
    Path folder = Files.createTempDirectory(top.toRealPath(), "case");
    HistoryTarget target = new HistoryTarget(folder.resolve("audience"));
    try (SandboxProcess sandbox = sandbox(folder)) {
      PackagedJar jar = sandbox.askedBy(runningIn(folder));
      begin(jar, sandbox.username());
      assertThat(json(jar.run(PLAN)).get("requests").getAsInt()).isEqualTo(SLICES);

      List<KilledSync> killed = new ArrayList<>();
      for (int kill = 0; kill < KILLS; kill++) {
        KillMoment moment = KillMoment.by(chance, SLICES / (KILLS + 1));
        moment.kill(() -> jar.start(SYNC), target, sandbox.proxy());
        killed.add(new KilledSync(moment, target.files(), sandbox.proxy().asked().size()));
      }
      ProcessResult ended = jar.run(SYNC);

      assertThat(ended.exitCode()).as("after %s: %s", killed, ended.err()).isZero();
      assertWhole(target, ALL, "after " + killed);
      for (KilledSync dead : killed) {
        dead.assertKept(target, sandbox);
      }
      assertNothingIsLeft(jar, target, sandbox);
    }
  }

  /**
   * A sync that was killed.
   *
   * @param files what it left to be read
   * @param calls how many calls there had been
   */
  private record KilledSync(KillMoment moment, Map<String, String> files, int calls) {
    /** What it had published stayed as it was, and was not asked for again. */
    void assertKept(HistoryTarget target, SandboxProcess sandbox) throws Exception {
      assertThat(target.files()).as("after %s", moment).containsAllEntriesOf(files);
      List<String> asked = sandbox.proxy().asked();
      List<String> whole =
          ALL.stream().flatMap(entry -> entry.slicesOfFiles(files.keySet()).stream()).toList();
      assertThat(HistoryEntry.slicesOf(asked.subList(calls, asked.size())))
          .as("asked for after %s", this)
          .isNotEmpty()
          .noneMatch(whole::contains);
    }

    @Override
    public String toString() {
      return moment + " with " + files.keySet();
    }
  }

  private static void assertNothingIsLeft(
      PackagedJar jar, HistoryTarget target, SandboxProcess sandbox) throws Exception {
    Map<String, String> before = target.files();
    int calls = sandbox.proxy().asked().size();

    ProcessResult again = jar.run(SYNC);
    JsonObject plan = json(jar.run("plan", "--offline", "--json", "--as-of", NOW));

    assertThat(again.err()).contains("nothing to ask for");
    assertThat(json(again).get("calls").getAsInt()).isEqualTo(CALLS_OF_TOPOLOGY);
    assertThat(sandbox.proxy().asked()).hasSize(calls + CALLS_OF_TOPOLOGY);
    assertThat(target.files()).isEqualTo(before);
    target.holdsNoLeftover("after a sync that had nothing to do");
    assertThat(plan.get("requests").getAsInt()).isZero();
    for (HistoryEntry entry : ALL) {
      JsonObject windows = export(plan, entry).getAsJsonObject("windows");
      assertThat(windows.remove("open").getAsInt()).as(entry.name()).isEqualTo(1);
      assertThat(windows.remove("complete").getAsInt()).isEqualTo(entry.days().size());
      assertThat(windows.asMap().values()).extracting(JsonElement::getAsInt).containsOnly(0);
    }
  }

  private static void assertWhole(HistoryTarget target, List<HistoryEntry> entries, String when)
      throws Exception {
    SandboxSettings same =
        SandboxSettings.usual()
            .withLimits(false)
            .withHistory(SandboxHistory.until(Instant.parse(NOW)));
    try (Sandbox sandbox = Sandbox.start(same);
        HistoryTables tables = HistoryTables.in(target.path())) {
      for (HistoryEntry entry : entries) {
        tables.holdTheRowsOf(sandbox, entry, when);
      }
      target.agreesWithItsLedger(tables, entries, when);
    }
    target.holdsNoLeftover(when);
  }

  /**
   * One run holds the target in the middle of a call; the rest is up to the others. It asks for a
   * slice at a time, so that one is whole by then and the next one is not.
   */
  @Test
  void letsNoOtherRunInAndEndsWithWholeFilesWhenItIsTold() throws Exception {
    Path folder = Files.createDirectory(top.toRealPath().resolve("held"));
    HistoryTarget target = new HistoryTarget(folder.resolve("audience"));
    try (SandboxProcess sandbox = sandbox(folder)) {
      PackagedJar jar = sandbox.askedBy(runningIn(folder));
      begin(jar, sandbox.username());
      String[] fewDays =
          with(
              SYNC,
              "--export",
              FEW_DAYS.name(),
              "--start",
              FEW_DAYS.first().toString(),
              "--max-exports",
              "1",
              "--max-connections",
              "1");
      int passed = CALLS_OF_TOPOLOGY + CALLS_OF_SLICE + 1;
      sandbox.proxy().passOnly(passed);
      RunningJar holding = jar.start(fewDays);
      awaitCalls(holding, sandbox, passed + 1);

      ProcessResult second = jar.run(fewDays);
      holding.signal("TERM");
      ProcessResult told = holding.end();

      assertThat(second.err())
          .startsWith("vidiexport: " + target.path() + " is being changed by another run")
          .contains("process " + holding.process().pid());
      assertThat(second.exitCode()).isEqualTo(HELD);
      assertThat(sandbox.proxy().asked()).hasSize(passed + 1);
      assertThat(told.exitCode()).as(told.err()).isEqualTo(TERMINATED);
      assertThat(FEW_DAYS.slicesOfFiles(target.files().keySet()))
          .containsExactly(FEW_DAYS.slice(LAST_DAY));
      target.holdsNoLeftover("after SIGTERM");
      sandbox.proxy().passAll();
      assertThat(jar.run(fewDays).exitCode()).isZero();
      assertWhole(target, List.of(FEW_DAYS), "after SIGTERM");
    }
  }

  private static void awaitCalls(RunningJar sync, SandboxProcess sandbox, int calls)
      throws Exception {
    while (sandbox.proxy().asked().size() < calls) {
      assertThat(sync.process().waitFor(10, TimeUnit.MILLISECONDS))
          .as("has ended; it said: %s", Files.readString(sync.err()))
          .isFalse();
    }
  }

  private static SandboxProcess sandbox(Path folder) throws IOException {
    return SandboxProcess.start(
        PackagedJar.in(Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-s"))),
        "--now",
        NOW,
        "--build-time",
        "20ms");
  }

  /** Its native code is unpacked where the tests clean up, also by those that are killed. */
  private static PackagedJar runningIn(Path folder) {
    return PackagedJar.in(folder)
        .withVariable("XDG_CACHE_HOME", folder.resolveSibling("cache").toString());
  }

  /** Does what {@code init} says that a user is to do. */
  private static void begin(PackagedJar jar, String username) throws IOException {
    assertThat(jar.run("init").exitCode()).isZero();
    Path file = jar.folder().resolve("vidiexport.yaml");
    String example = Files.readString(file);
    String filled =
        example
            .replaceFirst("(?m)^username: +# FILL IN.*$", "username: " + username)
            .replaceFirst("(?m)^  start: +# FILL IN.*$", "  start: " + FIRST_DAY);
    assertThat(filled.lines().filter(line -> !example.contains(line + "\n"))).hasSize(2);
    Files.writeString(
        file,
        filled
            + """

              %s:
                data_type: ots
                time_resolution: 15m
                start: %s

              %s:
                data_type: viewers
                time_resolution: finest
                start: %s
            """
                .indent(0)
                .formatted(QUARTERS.name(), LATER_DAY, FINEST.name(), LATER_DAY));
  }

  private static JsonObject json(ProcessResult ended) {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return JsonParser.parseString(ended.text()).getAsJsonObject();
  }

  private static JsonObject export(JsonObject plan, HistoryEntry entry) {
    return plan.getAsJsonArray("exports").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(export -> export.get("name").getAsString().equals(entry.name()))
        .findFirst()
        .orElseThrow();
  }

  private static String[] with(String[] command, String... more) {
    return Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new);
  }
}
