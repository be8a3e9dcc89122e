package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.BaseKeys;
import dev.vidiexport.domain.enrichment.PlaceZones;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.spi.SliceTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Exports to keep complete, by days from 2024-03-01 on, and what there is at VidiCenter. */
final class SampleExports {
  private SampleExports() {}

  /** Hourly viewers of some locations. */
  static HistoryExport viewers(long... locations) {
    return named("viewers", locations);
  }

  static HistoryExport named(String name, long... locations) {
    return of(name, TimeResolution.ONE_HOUR, listed(locations), Map.of());
  }

  static HistoryExport ofAll() {
    return of(
        "viewers",
        TimeResolution.ONE_HOUR,
        new SourceSelection.All(SourceKind.LOCATIONS),
        Map.of());
  }

  static HistoryExport finest(long... locations) {
    return of("viewers", TimeResolution.FINEST, listed(locations), Map.of());
  }

  static HistoryExport withColumn(String key, ColumnType type, long... locations) {
    return of("viewers", TimeResolution.ONE_HOUR, listed(locations), Map.of(key, type));
  }

  private static SourceSelection listed(long... locations) {
    return new SourceSelection.Listed(SourceSet.of(SourceKind.LOCATIONS, locations));
  }

  private static HistoryExport of(
      String name,
      TimeResolution resolution,
      SourceSelection sources,
      Map<String, ColumnType> columns) {
    return new HistoryExport(
        name,
        new RequestTemplate(
            "viewers", resolution, false, List.of(), Optional.empty(), Optional.empty()),
        sources,
        WindowLength.DAY,
        LocalDate.of(2024, 3, 1),
        Optional.empty(),
        7,
        "memory",
        Map.of(),
        columns,
        Optional.empty());
  }

  /** The same export, whose rows are kept in a table. */
  static HistoryExport inTable(HistoryExport export) {
    return inTable(export, Optional.empty(), export.name());
  }

  /** The same, in any table. */
  static HistoryExport inTable(HistoryExport export, Optional<String> schema, String table) {
    return new HistoryExport(
        export.name(),
        export.template(),
        export.sources(),
        export.windowLength(),
        export.start(),
        export.end(),
        export.lookbackDays(),
        "database",
        export.sinkOptions(),
        export.columns(),
        export.timeZone(),
        export.additions(),
        Optional.of(new SliceTable(schema, table)));
  }

  /** The same export, with columns added to its rows. */
  static HistoryExport adding(Addition addition, HistoryExport export) {
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
        export.columns(),
        export.timeZone(),
        new RequestedAdditions(
            Set.of(addition),
            BaseKeys.of(
                DataCatalogue.documented(),
                export.template().dataType(),
                export.template().timeResolution(),
                false,
                false),
            PlaceZones.NONE));
  }

  static HistoryExport from(HistoryExport export, LocalDate start) {
    return between(export, start, export.end());
  }

  static HistoryExport until(HistoryExport export, LocalDate end) {
    return between(export, export.start(), Optional.of(end));
  }

  private static HistoryExport between(
      HistoryExport export, LocalDate start, Optional<LocalDate> end) {
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

  static SliceKey slice(String day, long... locations) {
    return slice("viewers", day, locations);
  }

  static SliceKey slice(String export, String day, long... locations) {
    return new SliceKey(
        export,
        new TimeWindow(WindowLength.DAY, LocalDate.parse(day)),
        SourceSet.of(SourceKind.LOCATIONS, locations));
  }

  /** Locations an hour east of UTC. */
  static Topology topology(long... locations) {
    return new Topology(
        List.of(),
        List.of(),
        Arrays.stream(locations).mapToObj(SampleExports::location).toList(),
        List.of(),
        List.of());
  }

  /** Locations of which the first has uploaded at a time. */
  static Topology uploading(String lastUpload, long first, long... others) {
    List<Location> locations = new ArrayList<>();
    locations.add(location(first, Optional.of(lastUpload)));
    Arrays.stream(others).mapToObj(SampleExports::location).forEach(locations::add);
    return new Topology(List.of(), List.of(), locations, List.of(), List.of());
  }

  private static Location location(long id) {
    return location(id, Optional.empty());
  }

  private static Location location(long id, Optional<String> lastUpload) {
    return new Location(
        new Id(String.valueOf(id)),
        Optional.empty(),
        Optional.empty(),
        Optional.of("true"),
        lastUpload,
        Optional.of("1990-01-01T00:00:00"),
        Optional.of("3600"),
        "{\"id\":" + id + "}");
  }
}
