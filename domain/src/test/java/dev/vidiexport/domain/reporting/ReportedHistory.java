package dev.vidiexport.domain.reporting;

import static dev.vidiexport.domain.port.SampleSlices.IDENTITY;
import static dev.vidiexport.domain.port.SampleSlices.NOON;

import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.coverage.CoverageCounter;
import dev.vidiexport.domain.coverage.FactRules;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.extract.FakeListedSlices;
import dev.vidiexport.domain.extract.ListedRows;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A history in memory, of which reports are made. */
final class ReportedHistory {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final List<NumberedColumn> COLUMNS =
      List.of(
          new NumberedColumn(1, "location_id", "location_id", ColumnType.WHOLE),
          new NumberedColumn(2, "period_start", "period_start", ColumnType.TIMESTAMP),
          new NumberedColumn(3, "watcher_count", "watcher_count", ColumnType.WHOLE),
          new NumberedColumn(4, "ots_count", "ots_count", ColumnType.WHOLE));

  final InMemoryLedger ledger = new InMemoryLedger();
  final FakeListedSlices files = new FakeListedSlices();
  private final RecordingPacer pacer = new RecordingPacer();

  /** An export by days whose days end at midnight in UTC. */
  static HistoryExport export(
      String name, String dataType, String start, Optional<String> end, long... locations) {
    return export(name, dataType, start, end, ZoneOffset.UTC, locations);
  }

  static HistoryExport export(
      String name,
      String dataType,
      String start,
      Optional<String> end,
      ZoneId zone,
      long... locations) {
    return new HistoryExport(
        name,
        new RequestTemplate(
            dataType,
            TimeResolution.ONE_HOUR,
            false,
            List.of(),
            Optional.empty(),
            Optional.empty()),
        locations.length == 0
            ? new SourceSelection.All(SourceKind.LOCATIONS)
            : new SourceSelection.Listed(SourceSet.of(SourceKind.LOCATIONS, locations)),
        WindowLength.DAY,
        LocalDate.parse(start),
        end.map(LocalDate::parse),
        7,
        "memory",
        Map.of(),
        Map.of(),
        Optional.of(zone));
  }

  /** A row of an hour; null for what was not measured. */
  static List<@Nullable Double> row(
      long location, String time, @Nullable Double watchers, @Nullable Double passing) {
    return Arrays.asList(
        (double) location,
        (double)
            ChronoUnit.MICROS.between(
                LocalDateTime.of(1970, 1, 1, 0, 0), LocalDateTime.parse(time)),
        watchers,
        passing);
  }

  /** Every hour of a day but those from one on, of the same count each. */
  static List<List<@Nullable Double>> hours(long location, String day, int hours, double watchers) {
    List<List<@Nullable Double>> rows = new ArrayList<>();
    for (int hour = 0; hour < hours; hour++) {
      rows.add(row(location, day + "T" + LocalTime.of(hour, 0), watchers, null));
    }
    return rows;
  }

  /** The rows of two lists. */
  static List<List<@Nullable Double>> both(
      List<List<@Nullable Double>> first, List<List<@Nullable Double>> second) {
    List<List<@Nullable Double>> rows = new ArrayList<>(first);
    rows.addAll(second);
    return rows;
  }

  /** Publishes the file of a day, and notes what it says of places. */
  SliceKey publish(HistoryExport export, String day, List<List<@Nullable Double>> rows) {
    SliceKey key = key(export, day);
    String path = key.file("memory");
    files.put(path, new FakeListedSlices.Content("sha of " + day, COLUMNS, rows));
    ledger.noteAsked(key, NOON);
    PublishedFile file = new PublishedFile(path, 10, "sha of " + day);
    SliceAnswer answer =
        new SliceAnswer(
            Optional.of(file),
            rows.size(),
            0,
            "0".repeat(32),
            1,
            Optional.of("build of " + day),
            NOON,
            NOON,
            IDENTITY.writing());
    ledger.notePublishing(key, answer, IDENTITY, COLUMNS, facts(export, key, answer));
    ledger.notePublished(key, NOON);
    return key;
  }

  private SliceFacts facts(HistoryExport export, SliceKey key, SliceAnswer answer) {
    FactRules rules = FactRules.of(export, CATALOGUE, ledger.topology());
    try (FileRows rows = files.open(key, answer, FileFormat.of(export), COLUMNS)) {
      CoverageCounter counter = rules.coverage().counter(key.window(), COLUMNS, rows.schema());
      for (Optional<RowBatch> next = rows.next(); next.isPresent(); next = rows.next()) {
        counter.add(next.get());
      }
      return rules.of(key, counter.measures(), COLUMNS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SliceKey key(HistoryExport export, String day) {
    return new SliceKey(
        export.name(),
        TimeWindow.around(WindowLength.DAY, LocalDate.parse(day)),
        export.sources() instanceof SourceSelection.Listed listed
            ? listed.sources()
            : SourceSet.of(SourceKind.LOCATIONS, 7, 8));
  }

  /** A camera of a site, made long ago. */
  static Location location(long id, long site, String label) {
    return location(id, site, label, "2016-01-01T00:00:00");
  }

  static Location location(long id, long site, String label, String creation) {
    return new Location(
        new Id(Long.toString(id)),
        Optional.of(new Id(Long.toString(site))),
        Optional.of(label),
        Optional.of("true"),
        Optional.of("2024-12-31T00:00:00"),
        Optional.of(creation),
        Optional.of("0"),
        "{\"label\":\"%s\",\"site\":%s}".formatted(label, site));
  }

  void seeTopology(String seenAt, Location... locations) {
    List<Site> sites =
        Arrays.stream(locations)
            .map(Location::siteId)
            .flatMap(Optional::stream)
            .distinct()
            .map(
                id ->
                    new Site(
                        id, Optional.empty(), Optional.of("Site " + id), Optional.empty(), "{}"))
            .toList();
    ledger.noteTopology(
        new Topology(List.of(), sites, List.of(locations), List.of(), List.of()),
        Instant.parse(seenAt));
  }

  AudienceReport report(String asOf, ReportDays days, HistoryExport... exports) {
    return report(asOf, days, ReportSettings.USUAL, exports);
  }

  AudienceReport report(
      String asOf, ReportDays days, ReportSettings settings, HistoryExport... exports) {
    return new ReportOfHistory(
            ledger,
            new ListedRows(ledger, files, pacer, () -> {}),
            List.of(exports),
            CATALOGUE,
            settings)
        .run(days, Instant.parse(asOf));
  }

  static ReportDays all() {
    return new ReportDays(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static ReportDays from(String start, String end) {
    return new ReportDays(
        Optional.of(LocalDate.parse(start)),
        Optional.of(LocalDate.parse(end)),
        Optional.empty(),
        Optional.empty());
  }

  static ReportDays last(String text) {
    return new ReportDays(
        Optional.empty(), Optional.empty(), Optional.of(LastDays.parse(text)), Optional.empty());
  }

  static ReportDays comparing(ReportDays days, Comparison comparison) {
    return new ReportDays(days.start(), days.end(), days.last(), Optional.of(comparison));
  }
}
