package dev.vidiexport.app.deaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.backfill.HistoryEntry;
import dev.vidiexport.app.backfill.HistoryTables;
import dev.vidiexport.app.backfill.HistoryTarget;
import dev.vidiexport.app.cli.CommandLineRun;
import dev.vidiexport.app.packaged.OtherSqlite;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.http.sandbox.SandboxHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a sync finds, and what there must be in the end. Its camera falls silent, so that the last
 * days have no rows.
 */
enum HistoryScene {
  /** Nothing is there before: a day with rows, and one without. */
  NEW(2, 3, List.of("2025-01-02|published|1", "2025-01-03|empty|1")),
  /**
   * Two days are there, and are asked for again, because their files are to be written in another
   * way: one is replaced, and the other one has no rows any more. A day with rows and one without
   * are new.
   */
  GROWN(
      1,
      4,
      List.of(
          "2025-01-01|published|1",
          "2025-01-02|replaced|2",
          "2025-01-03|replaced|2",
          "2025-01-04|empty|1"));

  private static final String CHANGES =
      "SELECT \"window\", change, revision FROM changes ORDER BY 1, 3";
  private static final String EARLIER_MOMENT = "2025-01-10T00:00:00Z";
  private static final String MOMENT = "2025-01-11T00:00:00Z";
  private static final Instant SILENT_FROM = Instant.parse("2025-01-03T00:00:00Z");
  private static final Instant SILENT_UNTIL = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> EARLIER_CHANGES =
      List.of("2025-01-02|published|1", "2025-01-03|published|1");

  private final HistoryEntry entry;
  private final List<String> changes;

  HistoryScene(int firstDay, int lastDay, List<String> changes) {
    this.entry = entry(firstDay, lastDay);
    this.changes = changes;
  }

  private static HistoryEntry entry(int firstDay, int lastDay) {
    return new HistoryEntry(
        "viewers",
        "viewers",
        TimeResolution.ONE_HOUR,
        false,
        HistoryEntry.locations(1),
        LocalDate.of(2025, 1, firstDay),
        LocalDate.of(2025, 1, lastDay));
  }

  /** The command line of a sync of what this class puts into a folder. */
  static String[] sync(RunFolders place) {
    return sync(place, MOMENT);
  }

  private static String[] sync(RunFolders place, String moment) {
    String project = project(place).toString();
    // One after the other, so that the system calls come in the same order each time.
    return new String[] {
      "sync",
      "--config",
      project,
      "--as-of",
      moment,
      "--poll-interval",
      "10ms",
      "--max-exports",
      "1",
      "--max-connections",
      "1",
      // What the camera no longer has is to replace what it had.
      "--accept-loss",
      "--quiet"
    };
  }

  private static Path project(RunFolders place) {
    return place.folder().resolve("vidiexport.yaml");
  }

  /** The target of the history in a folder. */
  static HistoryTarget target(RunFolders place) {
    return new HistoryTarget(place.folder().resolve("audience"));
  }

  /** A service that has what this history is to have. */
  static HistoryService service() throws IOException {
    return HistoryService.start(
        present(MOMENT).withSilence(HistoryEntry.locations(1).get(0), SILENT_FROM, SILENT_UNTIL));
  }

  private static SandboxHistory present(String moment) {
    return SandboxHistory.until(Instant.parse(moment))
        .withTimeZones(List.of(Optional.of(ZoneOffset.UTC)));
  }

  /** Puts into a folder what is there before all syncs of this scene. */
  void make(RunFolders place) throws IOException {
    if (this == GROWN) {
      try (HistoryService service = HistoryService.start(present(EARLIER_MOMENT))) {
        writeProject(place, entry(2, 3), "snappy");
        CommandLineRun ended =
            CommandLineRun.of(service.environment(place), sync(place, EARLIER_MOMENT));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
      }
    }
    writeProject(place, entry, "zstd");
  }

  private static void writeProject(RunFolders place, HistoryEntry entry, String compression)
      throws IOException {
    Files.writeString(
        project(place),
        """
        target: audience
        exports:
          %s:
            data_type: %s
            time_resolution: %s
            locations: %s
            start: %s
            end: %s
            sink_options: {compression: %s}
        """
            .formatted(
                entry.name(),
                entry.dataType(),
                entry.resolution().argument(),
                entry.locations(),
                entry.first(),
                entry.last(),
                compression));
  }

  /** The days of slices of which the ledger says what it should say in the end. */
  List<LocalDate> answered(Path ledger) throws Exception {
    return OtherSqlite.query(ledger, CHANGES).stream()
        .filter(changes::contains)
        .map(change -> LocalDate.parse(change.substring(0, change.indexOf('|'))))
        .toList();
  }

  HistoryEntry entry() {
    return entry;
  }

  /** Asserts that a history has all that the service has, once, and nothing else. */
  void assertDone(RunFolders place, RunFolders before, HistoryService service, String when)
      throws Exception {
    HistoryTarget target = target(place);
    try (HistoryTables tables = HistoryTables.in(target.path())) {
      tables.holdTheRowsOf(service.sandbox(), entry, when);
      tables.nameAllPlaces(when);
      target.agreesWithItsLedger(tables, List.of(entry), when);
    }
    target.holdsNoLeftover(when);
    Map<String, String> earlier = target(before).files();
    assertThat(target.query(CHANGES))
        .as(when)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    EARLIER_CHANGES.stream().filter(change -> !earlier.isEmpty()), changes.stream())
                .toList());
    assertThat(digests(target.replaced())).as(when).isEqualTo(digests(earlier));
  }

  /** What replaced files hold: their times say since when they are. */
  private static List<String> digests(Map<String, String> files) {
    return files.values().stream().map(file -> file.split(" ")[0]).sorted().toList();
  }
}
