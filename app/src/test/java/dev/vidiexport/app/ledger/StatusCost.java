package dev.vidiexport.app.ledger;

import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ProcessResult;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SampleSlices;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.HistoryExportBuilder;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Measures how long {@code status} takes over a long history of many locations, beside the time in
 * which SQLite adds up all of its cells. Both by the clock, the first with the start of the JVM.
 */
public final class StatusCost {
  private static final LocalDate LAST_DAY = LocalDate.of(2024, 3, 4);
  private static final String AS_OF = "2024-03-05T06:00:00Z";
  private static final String EXPORT = "viewers";
  private static final int ROUNDS = 3;

  private final Path folder;
  private final int windows;
  private final int locations;

  private StatusCost(Path folder, int windows, int locations) {
    this.folder = folder;
    this.windows = windows;
    this.locations = locations;
  }

  /** The arguments are how many windows there are, and how many locations. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("status-cost").toRealPath();
    try {
      new StatusCost(folder, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))
          .measure();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }

  private HistoryExport export() {
    return new HistoryExportBuilder(DataCatalogue.documented())
        .name(EXPORT)
        .dataType("viewers")
        .timeResolution("1h")
        .allSources(SourceKind.LOCATIONS)
        .start(LAST_DAY.minusDays(windows - 1L).toString())
        .build();
  }

  private void measure() throws Exception {
    Path target = Files.createDirectory(folder.resolve("audience"));
    makeLastDay(target);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(target))) {
      makeOtherDays(connection);
      Files.writeString(
          folder.resolve("vidiexport.yaml"),
          """
          target: audience
          exports:
            %s: {data_type: viewers, time_resolution: 1h, locations: all, start: %s}
          """
              .formatted(EXPORT, export().start()));
      double added = secondsToAddUp(connection);
      List<Double> told = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        told.add(secondsOfStatus());
      }
      told.sort(Comparator.naturalOrder());
      double median = told.get(ROUNDS / 2);
      System.out.printf(
          Locale.ROOT,
          "%,d windows of %,d locations: status %.2f s, all cells added up %.2f s: %.1f times%n",
          windows,
          locations,
          median,
          added,
          added / median);
    }
  }

  private static Path file(Path target) {
    return LedgerPlace.inFolder(target).ledger();
  }

  /** One day as a sync leaves it; the others are copies of it. */
  private void makeLastDay(Path target) {
    long[] ids = LongStream.rangeClosed(1, locations).toArray();
    SliceKey key = SampleSlices.slice(EXPORT, LAST_DAY.toString(), ids);
    List<PlaceCoverage> places =
        LongStream.of(ids)
            .mapToObj(
                id ->
                    new PlaceCoverage(
                        new PlaceId(PlaceKind.LOCATION, id),
                        24,
                        OptionalLong.of(24),
                        OptionalLong.of(23),
                        OptionalLong.of(1)))
            .toList();
    try (Ledger ledger = TestLedgers.impatient().open(LedgerPlace.inFolder(target))) {
      ledger.noteRun(new RunStart("a.example.com", SampleSlices.NOON));
      ledger.noteTopology(topology(ids), SampleSlices.NOON);
      ledger.noteAsked(key, SampleSlices.NOON);
      ledger.notePublishing(
          key,
          SampleSlices.answer(key, 24L * locations),
          ExportIdentity.of(export()),
          SampleSlices.COLUMNS,
          new SliceFacts(places, Map.of(), List.of()));
      ledger.notePublished(key, SampleSlices.NOON);
    }
  }

  private static Topology topology(long[] ids) {
    List<Location> locations =
        LongStream.of(ids)
            .mapToObj(
                id ->
                    new Location(
                        new Id(Long.toString(id)),
                        Optional.empty(),
                        Optional.of("Screen " + id),
                        Optional.of("true"),
                        Optional.of("2024-03-05T05:00:00"),
                        Optional.of("1990-01-01T00:00:00"),
                        Optional.of("0"),
                        "{\"id\":%s}".formatted(id)))
            .toList();
    return new Topology(List.of(), List.of(), locations, List.of(), List.of());
  }

  /** Without triggers, which would take many times as long; what they keep is summed up at last. */
  private void makeOtherDays(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("PRAGMA journal_mode = OFF");
      List<String> triggers =
          texts(statement, "SELECT sql FROM sqlite_schema WHERE type='trigger'");
      for (String name : texts(statement, "SELECT name FROM sqlite_schema WHERE type='trigger'")) {
        statement.execute("DROP TRIGGER " + name);
      }
      for (String table : List.of("slice", "cell")) {
        statement.execute(copies(statement, table));
      }
      statement.execute("DELETE FROM place_month");
      statement.execute(
          "INSERT INTO place_month SELECT export,"
              + " unixepoch(first_day * 86400, 'unixepoch', 'start of month') / 86400 AS month,"
              + " kind, place, count(*), sum(rows), sum(expected), sum(measured), sum(placeholder)"
              + " FROM cell GROUP BY export, month, kind, place");
      for (String trigger : triggers) {
        statement.execute(trigger);
      }
    }
  }

  private String copies(Statement statement, String table) throws SQLException {
    List<String> columns =
        texts(statement, "SELECT name FROM pragma_table_info('%s')".formatted(table));
    String copied =
        String.join(", ", columns).replaceFirst("\\bfirst_day\\b", "first_day - day.number");
    return ("INSERT INTO %1$s WITH RECURSIVE day(number) AS"
            + " (SELECT 1 UNION ALL SELECT number + 1 FROM day WHERE number < %2$s)"
            + " SELECT %3$s FROM day CROSS JOIN (SELECT * FROM %1$s)")
        .formatted(table, windows - 1, copied);
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        texts.add(found.getString(1));
      }
    }
    return texts;
  }

  private static double secondsToAddUp(Connection connection) throws SQLException {
    long begin = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      texts(
          statement,
          "SELECT place, sum(rows), sum(expected), sum(measured), sum(placeholder)"
              + " FROM cell GROUP BY kind, place");
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private double secondsOfStatus() throws Exception {
    PackagedJar jar = PackagedJar.in(folder).withJvmOptions(List.of());
    long begin = System.nanoTime();
    ProcessResult ended = jar.run("status", "--as-of", AS_OF);
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (ended.exitCode() != 0 || !ended.text().contains(EXPORT)) {
      throw new IllegalStateException(
          "status ended with %s: %s".formatted(ended.exitCode(), ended.err()));
    }
    return seconds;
  }
}
