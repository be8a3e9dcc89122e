package dev.vidiexport.domain.status;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.coverage.CoverageRules;
import dev.vidiexport.domain.coverage.ExpectedPeriods;
import dev.vidiexport.domain.coverage.PlaceExpectation;
import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Puts together what is expected of the places of an export in the windows that are over, and what
 * the ledger has of them. For one thread.
 *
 * <p>What is expected goes by the calendar and by what is known of places now, whether or not
 * windows are there: a hole is a loss, too. Places are those asked for; of tags and groups, of
 * which nobody tells whose they are, those that rows name.
 */
public final class CoverageSurvey {
  private final CoverageRules rules;
  private final ExpectedPeriods expected;
  private final Optional<Topology> topology;
  private final TimeWindow first;
  private final TimeWindow last;
  private final boolean areAskedFor;
  private final Map<PlaceKind, Map<Long, CoverageFigures>> places = new TreeMap<>();

  /**
   * Nothing is measured so far.
   *
   * @param selection the sources of the export
   * @param first the first window that is over, and selected
   * @param last the last one
   */
  public CoverageSurvey(
      CoverageRules rules,
      ExpectedPeriods expected,
      SourceSelection selection,
      Optional<Topology> topology,
      TimeWindow first,
      TimeWindow last) {
    this.rules = requireNonNull(rules, "rules must not be null");
    this.expected = requireNonNull(expected, "expected must not be null");
    this.topology = requireNonNull(topology, "topology must not be null");
    this.first = requireNonNull(first, "first must not be null");
    this.last = requireNonNull(last, "last must not be null");
    Optional<SourceSet> sources = selection.meant(topology);
    this.areAskedFor =
        selection.kind() == SourceKind.LOCATIONS || selection.kind() == SourceKind.SITES;
    for (PlaceExpectation place : sources.map(some -> expected.of(first, some)).orElse(List.of())) {
      put(place.kind(), place.id(), nothingMeasured());
    }
  }

  private CoverageFigures nothingMeasured() {
    OptionalLong none = rules.hasPeriods() ? OptionalLong.of(0) : OptionalLong.empty();
    return new CoverageFigures(OptionalLong.empty(), none, none);
  }

  private void put(PlaceKind kind, long id, CoverageFigures figures) {
    places.computeIfAbsent(kind, key -> new TreeMap<>()).put(id, figures);
  }

  /**
   * Takes what the ledger has of a place in these windows.
   *
   * @param measured in how many periods something was measured; empty without periods
   * @param placeholder how many periods have rows that measured nothing; empty without periods
   */
  public void add(PlaceKind kind, long id, OptionalLong measured, OptionalLong placeholder) {
    boolean isKnown = places.getOrDefault(kind, Map.of()).containsKey(id);
    if (isKnown || !areAskedFor) {
      put(kind, id, new CoverageFigures(OptionalLong.empty(), measured, placeholder));
    }
  }

  /** All places, the worst first. */
  public List<PlaceStatus> places() {
    PlaceNames names = new PlaceNames(topology);
    List<PlaceStatus> all = new ArrayList<>();
    places.forEach(
        (kind, ofKind) ->
            ofKind.forEach(
                (id, figures) ->
                    all.add(
                        new PlaceStatus(
                            kind,
                            id,
                            names.label(kind, id),
                            names.lastUpload(kind, id),
                            expecting(kind, id, figures)))));
    all.sort(PlaceStatus.WORST_FIRST);
    return List.copyOf(all);
  }

  private CoverageFigures expecting(PlaceKind kind, long id, CoverageFigures figures) {
    OptionalLong periods =
        rules.hasExpectation()
            ? OptionalLong.of(expected.expected(kind, id, first, last))
            : OptionalLong.empty();
    return new CoverageFigures(periods, figures.measured(), figures.placeholder());
  }

  /**
   * All places together.
   *
   * @param rules those of the export
   * @param places as {@link #places()} gives them
   */
  public static CoverageFigures total(CoverageRules rules, List<PlaceStatus> places) {
    OptionalLong none = rules.hasPeriods() ? OptionalLong.of(0) : OptionalLong.empty();
    CoverageFigures nothing =
        new CoverageFigures(
            rules.hasExpectation() ? OptionalLong.of(0) : OptionalLong.empty(), none, none);
    return places.stream().map(PlaceStatus::figures).reduce(nothing, CoverageFigures::plus);
  }
}
