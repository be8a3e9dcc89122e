package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Counts;
import dev.vidiexport.domain.report.Coverage;
import dev.vidiexport.domain.report.HoursOfDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reckons what the places of one span have, and all of them day by day. For one thread. */
final class SpanReckoning {
  private final ReportSettings settings;
  private final List<CountedRows> rows;
  private final FigureSources sources;
  private final CountKind main;
  private final SpanDays days;
  private final Set<Long> asked;
  private final List<CameraGroup> groups;
  private final Map<CountKind, DayCounts> dayCounts = new EnumMap<>(CountKind.class);
  private final long[] measured;
  private final List<Integer> lines;
  private final TimeColumns columns;
  private final List<PlaceResult> places = new ArrayList<>();

  SpanReckoning(
      SpanDays days,
      List<CountedRows> rows,
      CountKind main,
      CameraGroups cameraGroups,
      ReportSettings settings) {
    this.days = days;
    this.rows = rows;
    this.settings = settings;
    this.main = main;
    sources = new FigureSources(rows);
    asked = mainRows().map(counted -> Set.copyOf(counted.expected().locations())).orElse(Set.of());
    groups = cameraGroups.of(locations());
    measured = new long[days.count()];
    sources.kinds().forEach(kind -> dayCounts.put(kind, new DayCounts(days.count())));
    lines = lines();
    columns = TimeColumns.of(days, lines, groups.size());
    groups.forEach(group -> places.add(reckon(group)));
  }

  private SortedSet<Long> locations() {
    SortedSet<Long> locations = new TreeSet<>();
    for (CountedRows counted : rows) {
      counted.counter().places().forEach(place -> locations.add(place.id()));
    }
    locations.addAll(asked);
    return locations;
  }

  /** The rows that give the main figure; an earlier span may lack them. */
  private Optional<CountedRows> mainRows() {
    return sources.kinds().contains(main) ? Optional.of(sources.of(main)) : Optional.empty();
  }

  /** The days of the report, or those on which its longer periods begin. */
  private List<Integer> lines() {
    boolean[] hasRows = new boolean[days.count()];
    mainRows()
        .map(CountedRows::counter)
        .ifPresent(
            counter -> {
              int offset = days.indexOf(counter.firstDay());
              for (PlaceTally place : counter.places()) {
                for (int day = 0; day < counter.days(); day++) {
                  hasRows[day + offset] |= place.measured(day) > 0;
                }
              }
            });
    List<Integer> found = new ArrayList<>();
    for (int day = 0; day < days.count(); day++) {
      if (hasRows[day] || (isByPeriod() ? isExpected(day) : days.isInSpan(day))) {
        found.add(day);
      }
    }
    return found;
  }

  /** Whether the main figure is of periods longer than a day. */
  boolean isByPeriod() {
    return mainRows().map(counted -> counted.counter().shape().isLongerThanDay()).orElse(false);
  }

  private boolean isExpected(int day) {
    return mainRows()
            .map(
                counted ->
                    new CoverageReckoning(counted, days)
                        .expected(counted.expected().locations(), day, day + 1))
            .orElse(OptionalLong.empty())
            .orElse(0)
        > 0;
  }

  private PlaceResult reckon(CameraGroup group) {
    Map<CountKind, OptionalDouble> totals = new EnumMap<>(CountKind.class);
    List<OptionalDouble> trend = new ArrayList<>();
    for (CountKind kind : sources.kinds()) {
      DayCounts counts = reckoning(sources.of(kind), group).counts(kind);
      totals.put(kind, counts.total());
      dayCounts(kind).addAll(counts);
      if (kind == main) {
        columns.all().forEach(column -> trend.add(counts.sum(column.from(), column.until())));
      }
    }
    Map<AudienceType, Coverage> coverage = new EnumMap<>(AudienceType.class);
    Map<AudienceType, RateSums> rates = new EnumMap<>(AudienceType.class);
    for (CountedRows counted : rows) {
      PlaceReckoning place = reckoning(counted, group);
      coverage.put(
          counted.type(), new CoverageReckoning(counted, days).of(group, place, 0, days.count()));
      RateSums sums = new RateSums(1);
      place.addRates(sums, 0);
      rates.put(counted.type(), sums);
    }
    Optional<PlaceReckoning> ofMain = mainRows().map(counted -> reckoning(counted, group));
    return new PlaceResult(
        group,
        ofMain.map(PlaceReckoning::hasRows).orElse(false),
        new Counts(totals),
        ofMain.map(PlaceReckoning::measuredHours).orElse(0.0),
        coverage,
        rates,
        trend,
        ofMain.map(place -> cells(group, place)).orElse(List.of()));
  }

  /** The coverage of a place by column; adds to that of all. */
  private List<Coverage> cells(CameraGroup group, PlaceReckoning place) {
    if (isExpected(group)) {
      for (int day = 0; day < measured.length; day++) {
        measured[day] += place.measured(day, day + 1);
      }
    }
    CoverageReckoning covered = new CoverageReckoning(sources.of(main), days);
    return columns.all().stream()
        .map(column -> covered.of(group, place, column.from(), column.until()))
        .toList();
  }

  /**
   * Whether a place counts in the coverage of all: one that nobody asked for would make up for one
   * that is missing.
   */
  boolean isExpected(CameraGroup group) {
    return mainRows()
        .map(CountedRows::expected)
        .filter(ExpectedCoverage::isKnown)
        .map(expected -> isAskedFor(group))
        .orElse(true);
  }

  /** Whether the rows of the main figure were asked for of any camera of a place. */
  boolean isAskedFor(CameraGroup group) {
    return group.locations().stream().anyMatch(asked::contains);
  }

  private PlaceReckoning reckoning(CountedRows counted, CameraGroup group) {
    return new PlaceReckoning(counted.counter(), days, group, settings.combination());
  }

  DayCounts dayCounts(CountKind kind) {
    DayCounts counts = dayCounts.get(kind);
    if (counts == null) {
      throw new IllegalArgumentException("kind must be there, but was " + kind);
    }
    return counts;
  }

  /** The coverage of all places on a day, by the rows of the main figure. */
  Coverage coverage(int day) {
    return mainRows()
        .map(
            counted -> {
              CoverageReckoning covered = new CoverageReckoning(counted, days);
              return new Coverage(
                  covered.hasPeriods() ? OptionalLong.of(measured[day]) : OptionalLong.empty(),
                  covered.expected(expectedLocations(), day, day + 1));
            })
        .orElse(Coverage.UNKNOWN);
  }

  private List<Long> expectedLocations() {
    return groups.stream()
        .filter(this::isExpected)
        .flatMap(group -> group.locations().stream())
        .toList();
  }

  /** Whether a place was measured at all, by the rows of the main figure. */
  int placesWithFigures() {
    return mainRows()
        .map(
            counted ->
                (int)
                    groups.stream()
                        .filter(group -> reckoning(counted, group).measured(0, days.count()) > 0)
                        .count())
        .orElse(0);
  }

  FigureSources sources() {
    return sources;
  }

  CountKind main() {
    return main;
  }

  SpanDays days() {
    return days;
  }

  List<Integer> dayLines() {
    return List.copyOf(lines);
  }

  TimeColumns columns() {
    return columns;
  }

  /** Ascending by their ids. */
  List<PlaceResult> places() {
    return List.copyOf(places);
  }

  /** The main figure in each hour of a day, of all places together. */
  OptionalDouble[] hours(int day) {
    CountedRows counted = sources.of(main);
    if (!settings.averages()) {
      AudienceCounter counter = counted.counter();
      int ownDay = day - days.indexOf(counter.firstDay());
      int index = counter.kinds().indexOf(main);
      if (ownDay < 0) {
        return noHours();
      }
      OptionalDouble[] hours = new OptionalDouble[HoursOfDay.COUNT];
      Arrays.setAll(hours, hour -> counter.hours().count(index, ownDay, hour));
      return hours;
    }
    OptionalDouble[] sums = noHours();
    for (CameraGroup group : groups) {
      OptionalDouble[] hours = reckoning(counted, group).hours(main, day);
      for (int hour = 0; hour < sums.length; hour++) {
        if (hours[hour].isPresent()) {
          sums[hour] = OptionalDouble.of(sums[hour].orElse(0) + hours[hour].getAsDouble());
        }
      }
    }
    return sums;
  }

  private static OptionalDouble[] noHours() {
    OptionalDouble[] hours = new OptionalDouble[HoursOfDay.COUNT];
    Arrays.fill(hours, OptionalDouble.empty());
    return hours;
  }
}
