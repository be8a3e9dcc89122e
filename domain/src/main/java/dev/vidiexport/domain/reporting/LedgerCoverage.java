package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.audience.ExpectedCoverage;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.coverage.CoverageRules;
import dev.vidiexport.domain.coverage.ExpectedPeriods;
import dev.vidiexport.domain.coverage.PlaceExpectation;
import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.topology.Topology;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an export of a history must have, by the calendar and by what its ledger knows of places,
 * whether or not windows are there: as {@code status} has it.
 */
final class LedgerCoverage implements ExpectedCoverage {
  private final ExpectedPeriods expected;
  private final boolean isKnown;
  private final List<Long> locations;
  private final LocalDate firstDay;
  private final LocalDate lastDay;

  /**
   * Of the days of a span, from the export's first window on.
   *
   * @param span whole days that are over
   */
  LedgerCoverage(
      HistoryExport export, DataCatalogue catalogue, Optional<Topology> topology, ReportSpan span) {
    CoverageRules rules = CoverageRules.of(export, catalogue);
    LocalDate begin = export.firstWindow().firstDay();
    firstDay = begin.isAfter(span.firstDay()) ? begin : span.firstDay();
    lastDay = span.lastDay();
    expected = ExpectedPeriods.of(export, rules, topology);
    locations =
        export
            .sources()
            .meant(topology)
            .map(sources -> expected.of(export.firstWindow(), sources))
            .orElse(List.of())
            .stream()
            .filter(place -> place.kind() == PlaceKind.LOCATION)
            .map(PlaceExpectation::id)
            .distinct()
            .sorted()
            .toList();
    isKnown = rules.hasExpectation() && !locations.isEmpty();
  }

  @Override
  public boolean isKnown() {
    return isKnown;
  }

  @Override
  public List<Long> locations() {
    return locations;
  }

  @Override
  public long periods(long location, LocalDate from, LocalDate to) {
    LocalDate first = from.isBefore(firstDay) ? firstDay : from;
    LocalDate last = to.isAfter(lastDay) ? lastDay : to;
    return last.isBefore(first)
        ? 0
        : expected.expected(
            PlaceKind.LOCATION,
            location,
            TimeWindow.around(WindowLength.DAY, first),
            TimeWindow.around(WindowLength.DAY, last));
  }
}
