package dev.vidiexport.domain.status;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exports whose status is found. */
final class StatusSamples {
  static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  static final TimeWindow FIRST = TimeWindow.around(WindowLength.DAY, LocalDate.of(2024, 3, 1));

  private StatusSamples() {}

  static HistoryExport export(
      String dataType, TimeResolution resolution, SourceSelection selection) {
    return new HistoryExport(
        "viewers_hourly",
        new RequestTemplate(
            dataType, resolution, false, List.of(), Optional.empty(), Optional.empty()),
        selection,
        WindowLength.DAY,
        FIRST.firstDay(),
        Optional.empty(),
        7,
        "parquet",
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  static SourceSelection listed(SourceKind kind, long... ids) {
    return new SourceSelection.Listed(SourceSet.of(kind, ids));
  }

  /** An export that stands so. */
  static ExportStatus status(
      CoverageFigures coverage, Optional<LocalDate> currentTo, Optional<Duration> behind) {
    return new ExportStatus(
        export("viewers", TimeResolution.ONE_HOUR, listed(SourceKind.LOCATIONS, 1056)),
        new WindowCounts(1, 0, 4, 0, 0, 0, 0, 0),
        StoredAmount.NONE,
        Optional.empty(),
        currentTo,
        behind,
        WindowStrip.NONE,
        coverage,
        List.of(),
        List.of());
  }

  static Location location(long id, long site, String creation) {
    return new Location(
        new Id(Long.toString(id)),
        Optional.of(new Id(Long.toString(site))),
        Optional.of("Camera " + id),
        Optional.of("true"),
        Optional.of("2024-03-05T05:00:00"),
        Optional.of(creation),
        Optional.of("3600"),
        "{}");
  }

  static Topology topology(Location... locations) {
    Site site =
        new Site(new Id("201"), Optional.empty(), Optional.of("Gare"), Optional.of("true"), "{}");
    return new Topology(List.of(), List.of(site), List.of(locations), List.of(), List.of());
  }
}
