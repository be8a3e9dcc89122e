package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * How many periods places must have by the calendar: a location those that begin at or after its
 * creation, and, when it is not active, at or before its last upload; none when it never uploaded.
 * What cannot be read limits nothing, and so does a topology that is not known or does not list a
 * place. Immutable.
 *
 * <p>No call looks at single periods, so that it costs the same for a day and for ten years.
 */
public final class ExpectedPeriods {
  private final CoverageRules rules;
  private final Map<Long, Lifetime> lifetimes = new HashMap<>();
  private final Map<Long, long[]> locationsOfSites = new HashMap<>();
  private final Map<Long, Long> siteOfLocations = new HashMap<>();

  private ExpectedPeriods(CoverageRules rules, List<Location> locations) {
    this.rules = rules;
    Map<Long, TreeSet<Long>> bySite = new HashMap<>();
    for (Location location : locations) {
      OptionalLong id = location.id().number();
      if (id.isPresent()) {
        lifetimes.putIfAbsent(id.getAsLong(), Lifetime.of(location));
        OptionalLong site = location.siteId().map(Id::number).orElse(OptionalLong.empty());
        if (site.isPresent()) {
          bySite.computeIfAbsent(site.getAsLong(), key -> new TreeSet<>()).add(id.getAsLong());
          siteOfLocations.putIfAbsent(id.getAsLong(), site.getAsLong());
        }
      }
    }
    bySite.forEach(
        (site, ids) ->
            locationsOfSites.put(site, ids.stream().mapToLong(Long::longValue).toArray()));
  }

  /**
   * What is expected of an export.
   *
   * @param rules those of the export
   * @param topology what there is; empty where that is not known
   */
  public static ExpectedPeriods of(
      HistoryExport export, CoverageRules rules, Optional<Topology> topology) {
    requireNonNull(export, "export must not be null");
    return new ExpectedPeriods(
        requireNonNull(rules, "rules must not be null"),
        topology.map(Topology::locations).orElse(List.of()));
  }

  /**
   * The places that are expected in a slice, ascending: those asked for, where rows name such; the
   * locations of the sites asked for, and the sites of the locations, as far as the topology tells;
   * and none where it does not tell, as of tags and groups.
   */
  public List<PlaceExpectation> of(TimeWindow window, SourceSet sources) {
    if (rules.places().isEmpty()) {
      return List.of();
    }
    PlaceKind kind = rules.places().get(0);
    return places(kind, sources).mapToObj(id -> expectation(kind, id, window)).toList();
  }

  private LongStream places(PlaceKind kind, SourceSet sources) {
    return switch (sources.kind()) {
      case LOCATIONS -> kind == PlaceKind.LOCATION ? sources.ids() : sitesOf(sources);
      case SITES -> kind == PlaceKind.SITE ? sources.ids() : locationsOf(sources);
      case LOCATION_GROUPS, SITE_GROUPS, LOCATION_TAGS, SITE_TAGS -> LongStream.empty();
    };
  }

  private LongStream locationsOf(SourceSet sites) {
    return sites
        .ids()
        .flatMap(site -> LongStream.of(locationsOfSites.getOrDefault(site, new long[0])))
        .sorted()
        .distinct();
  }

  private LongStream sitesOf(SourceSet locations) {
    return locations
        .ids()
        .boxed()
        .flatMap(location -> Optional.ofNullable(siteOfLocations.get(location)).stream())
        .mapToLong(Long::longValue)
        .sorted()
        .distinct();
  }

  /** What is expected of one place in a window, whether or not it was asked for. */
  public PlaceExpectation expectation(PlaceKind kind, long id, TimeWindow window) {
    return new PlaceExpectation(
        kind,
        id,
        rules.hasExpectation()
            ? OptionalLong.of(expected(kind, id, window))
            : OptionalLong.empty());
  }

  /**
   * How many periods are expected of a place in a window.
   *
   * @throws IllegalStateException when the rules {@linkplain CoverageRules#hasExpectation have no
   *     expectation}
   */
  public long expected(PlaceKind kind, long id, TimeWindow window) {
    return expected(kind, id, window, window);
  }

  /**
   * How many periods are expected of a place from one window to another, both included.
   *
   * @throws IllegalStateException when the rules {@linkplain CoverageRules#hasExpectation have no
   *     expectation}
   */
  public long expected(PlaceKind kind, long id, TimeWindow first, TimeWindow last) {
    if (!rules.hasExpectation()) {
      throw new IllegalStateException("Nobody knows how many periods there must be");
    }
    Lifetime lifetime =
        switch (kind) {
          case LOCATION -> lifetimes.getOrDefault(id, Lifetime.UNKNOWN);
          case SITE -> Lifetime.UNKNOWN;
        };
    long from = Math.max(LocalPeriods.secondOf(first.firstSecond()), lifetime.from());
    long to = Math.min(LocalPeriods.secondOf(last.firstSecondAfter()), lifetime.to());
    return from < to ? rules.periods().count(from, to) : 0;
  }
}
