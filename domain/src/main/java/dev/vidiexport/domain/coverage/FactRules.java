package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.topology.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes what a ledger keeps of the rows of an export's slices from what was counted in them.
 * Immutable.
 */
public final class FactRules {
  private static final Comparator<PlaceId> BY_KIND_AND_ID =
      Comparator.comparing(PlaceId::kind).thenComparing(PlaceId::id);

  private final CoverageRules coverage;
  private final ExpectedPeriods expected;

  private FactRules(CoverageRules coverage, ExpectedPeriods expected) {
    this.coverage = coverage;
    this.expected = expected;
  }

  /**
   * The rules of an export.
   *
   * @param topology what there is; empty where nobody ever said
   */
  public static FactRules of(
      HistoryExport export, DataCatalogue catalogue, Optional<Topology> topology) {
    CoverageRules coverage = CoverageRules.of(export, catalogue);
    return new FactRules(coverage, ExpectedPeriods.of(export, coverage, topology));
  }

  /** What counts as measured. */
  public CoverageRules coverage() {
    return coverage;
  }

  /** How many periods of a place are expected in a window; empty where nobody can say. */
  public OptionalLong expected(PlaceId place, TimeWindow window) {
    return coverage.hasExpectation()
        ? OptionalLong.of(expected.expected(place.kind(), place.id(), window))
        : OptionalLong.empty();
  }

  /** What is kept of an answer without rows. */
  public SliceFacts ofNoRows(SliceKey key) {
    return of(key, SliceMeasures.NONE, List.of());
  }

  /**
   * What is kept of an answer.
   *
   * @param measures what was counted in its rows
   * @param columns the columns of the export, of which the main metrics are added up
   */
  public SliceFacts of(SliceKey key, SliceMeasures measures, List<NumberedColumn> columns) {
    requireNonNull(measures, "measures must not be null");
    Map<PlaceId, PlaceCoverage> places = new TreeMap<>(BY_KIND_AND_ID);
    for (PlaceExpectation expectation : expected.of(key.window(), key.sources())) {
      PlaceId place = new PlaceId(expectation.kind(), expectation.id());
      places.put(
          place, new PlaceCoverage(place, 0, expectation.expected(), noPeriods(), noPeriods()));
    }
    for (PlaceMeasure measure : measures.places()) {
      PlaceId place = new PlaceId(measure.kind(), measure.id());
      PlaceCoverage known = places.get(place);
      places.put(
          place,
          new PlaceCoverage(
              place,
              measure.rows(),
              known == null ? expected(place, key.window()) : known.expected(),
              measure.measured(),
              measure.placeholder()));
    }
    return new SliceFacts(
        List.copyOf(places.values()), sums(measures, columns), measures.columns());
  }

  private OptionalLong noPeriods() {
    return coverage.hasPeriods() ? OptionalLong.of(0) : OptionalLong.empty();
  }

  private Map<Integer, Double> sums(SliceMeasures measures, List<NumberedColumn> columns) {
    Set<Integer> main =
        coverage.mainMetrics(columns).stream()
            .map(NumberedColumn::number)
            .collect(Collectors.toSet());
    return measures.columns().stream()
        .filter(measure -> main.contains(measure.number()))
        .collect(Collectors.toMap(ColumnMeasure::number, ColumnMeasure::sum));
  }
}
