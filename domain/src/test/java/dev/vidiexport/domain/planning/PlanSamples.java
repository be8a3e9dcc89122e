package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exports, topologies and slices to plan with. */
final class PlanSamples {
  static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  static final Instant AS_OF = Instant.parse("2024-03-05T06:00:00Z");

  /** With these settings four windows of a day from 2024-03-01 on are over. */
  static final PlanSettings SETTINGS = settings(AS_OF);

  private PlanSamples() {}

  static PlanSettings settings(Instant asOf) {
    return new PlanSettings(
        asOf, Optional.empty(), Optional.empty(), PlanOrder.NEWEST_FIRST, false);
  }

  /** Hourly viewers from 2024-03-01 on, by days, without a lookback. */
  static HistoryExport export(SourceSelection sources) {
    return export("viewers", TimeResolution.ONE_HOUR, sources, WindowLength.DAY);
  }

  static HistoryExport export(
      String dataType, TimeResolution resolution, SourceSelection sources, WindowLength length) {
    return new HistoryExport(
        "audience",
        new RequestTemplate(
            dataType, resolution, false, List.of(), Optional.empty(), Optional.empty()),
        sources,
        length,
        length.firstDayOf(LocalDate.of(2024, 3, 1)),
        Optional.empty(),
        0,
        "parquet",
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  static HistoryExport between(HistoryExport export, LocalDate start, Optional<LocalDate> end) {
    return new HistoryExport(
        export.name(),
        export.template(),
        export.sources(),
        export.windowLength(),
        start,
        end,
        export.lookbackDays(),
        export.format(),
        export.sinkOptions(),
        export.columns(),
        export.timeZone());
  }

  /** The same export after a column was given a type, so that its files are stale. */
  static HistoryExport withColumn(HistoryExport export, String column) {
    return new HistoryExport(
        export.name(),
        export.template(),
        export.sources(),
        export.windowLength(),
        export.start(),
        export.end(),
        export.lookbackDays(),
        export.format(),
        export.sinkOptions(),
        Map.of(column, ColumnType.WHOLE),
        export.timeZone());
  }

  static SourceSelection locations(long... ids) {
    return new SourceSelection.Listed(SourceSet.of(SourceKind.LOCATIONS, ids));
  }

  static SourceSelection allLocations() {
    return new SourceSelection.All(SourceKind.LOCATIONS);
  }

  /** Locations of one site, an hour east of UTC. */
  static Topology topology(long... ids) {
    return new Topology(
        List.of(),
        List.of(site(201)),
        Arrays.stream(ids).mapToObj(id -> location(id, "2016-01-01T00:00:00", "3600")).toList(),
        List.of(),
        List.of());
  }

  static Topology of(Location... locations) {
    return new Topology(List.of(), List.of(site(201)), List.of(locations), List.of(), List.of());
  }

  static Site site(long id) {
    return new Site(id(id), Optional.empty(), Optional.empty(), Optional.empty(), "{}");
  }

  static Location location(long id, String creationDate, String lastTimezone) {
    return new Location(
        id(id),
        Optional.of(id(201)),
        Optional.empty(),
        Optional.of("true"),
        Optional.empty(),
        Optional.of(creationDate),
        Optional.of(lastTimezone),
        "{}");
  }

  static Id id(long digits) {
    return new Id(String.valueOf(digits));
  }

  static SliceKey key(HistoryExport export, String day, long... ids) {
    return new SliceKey(
        export.name(),
        TimeWindow.around(export.windowLength(), LocalDate.parse(day)),
        SourceSet.of(export.sources().kind(), ids));
  }

  /** A slice with an answer of 24 rows a source and day. */
  static SliceRecord complete(HistoryExport export, SliceKey key) {
    long rows = 24L * key.sources().size() * key.window().days();
    return complete(export, key, rows, 100 * rows);
  }

  static SliceRecord complete(HistoryExport export, SliceKey key, long rows, long bytes) {
    SliceAnswer answer =
        new SliceAnswer(
            Optional.of(new PublishedFile(key.file("parquet"), bytes, "0".repeat(64))),
            rows,
            0,
            "0".repeat(32),
            1,
            Optional.empty(),
            builtAt(key),
            builtAt(key),
            ExportIdentity.of(export).writing());
    return new SliceRecord(
        key, SliceState.COMPLETE, Optional.of(answer), Optional.empty(), false, 1);
  }

  /** When a window is over everywhere, so that no further look follows. */
  static Instant builtAt(SliceKey key) {
    return key.window().firstSecondAfter().plusHours(14).toInstant(ZoneOffset.UTC);
  }

  /** A slice that was noted, and has neither an answer nor a failure. */
  static SliceRecord noted(SliceKey key, boolean isUnderWay) {
    return new SliceRecord(
        key, SliceState.MISSING, Optional.empty(), Optional.empty(), isUnderWay, 0);
  }

  static ExportPlan plan(HistoryExport export, Topology topology, SliceRecord... slices) {
    return plan(export, topology, SETTINGS, slices);
  }

  /** A plan of slices in whatever order. */
  static ExportPlan plan(
      HistoryExport export, Topology topology, PlanSettings settings, SliceRecord... slices) {
    HistoryPlanner planner =
        new HistoryPlanner(
            export, Optional.of(topology), UploadTimeline.EMPTY, settings, CATALOGUE);
    Arrays.stream(slices)
        .sorted(
            Comparator.comparing((SliceRecord slice) -> slice.key().window())
                .thenComparing(slice -> slice.key().sources().id(0)))
        .forEach(planner::add);
    return planner.plan();
  }

  /** What a plan asks for, in order: {@code MISSING 2024-03-01 locations=1,2}. */
  static List<String> asked(ExportPlan plan) {
    return plan.slices().stream().map(slice -> slice.purpose() + " " + text(slice.key())).toList();
  }

  static List<String> texts(List<SliceKey> keys) {
    return keys.stream().map(PlanSamples::text).toList();
  }

  private static String text(SliceKey key) {
    return key.window().label() + " " + key.sources().text();
  }
}
