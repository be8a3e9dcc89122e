package dev.vidiexport.app.simulation.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.request.TimeResolution;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * What rows say of their places, counted one by one.
 *
 * @param places by their ids
 * @param hasPeriods whether rows stand for periods
 */
record NaiveFacts(Map<Long, Place> places, boolean hasPeriods) {
  static final NaiveFacts NONE = new NaiveFacts(Map.of(), true);

  /** Of one place; without periods all of them are 0. */
  record Place(long rows, long measured, long placeholder) {
    static final Place NONE = new Place(0, 0, 0);
  }

  /**
   * Counts rows.
   *
   * @param identities of rows, as {@link ServedRow} makes them
   */
  static NaiveFacts of(List<String> identities, TimeResolution resolution) {
    boolean hasPeriods = resolution.isAggregated();
    int length =
        resolution == TimeResolution.ONE_DAY ? "2024-01-01".length() : "2024-01-01 00".length();
    Map<Long, Long> rows = new TreeMap<>();
    Map<Long, Set<String>> periods = new TreeMap<>();
    Map<Long, Set<String>> measured = new TreeMap<>();
    for (String identity : identities) {
      String[] values = identity.split("\\|", -1);
      long source = Long.parseLong(values[0]);
      String period = values[1].substring(0, length);
      rows.merge(source, 1L, Long::sum);
      periods.computeIfAbsent(source, id -> new HashSet<>()).add(period);
      Set<String> ofSource = measured.computeIfAbsent(source, id -> new HashSet<>());
      if (!values[2].isEmpty()) {
        ofSource.add(period);
      }
    }
    Map<Long, Place> places = new TreeMap<>();
    rows.forEach(
        (source, count) -> {
          long all = requireNonNull(periods.get(source)).size();
          long withFigures = requireNonNull(measured.get(source)).size();
          places.put(
              source,
              hasPeriods
                  ? new Place(count, withFigures, all - withFigures)
                  : new Place(count, 0, 0));
        });
    return new NaiveFacts(places, hasPeriods);
  }

  /** What is kept of rows. */
  static NaiveFacts of(SliceFacts facts) {
    Map<Long, Place> places = new TreeMap<>();
    boolean hasPeriods = true;
    for (PlaceCoverage place : facts.places()) {
      hasPeriods &= place.measured().isPresent();
      places.put(
          place.place().id(),
          new Place(place.rows(), place.measured().orElse(0), place.placeholder().orElse(0)));
    }
    return new NaiveFacts(places, hasPeriods);
  }

  Place of(long source) {
    return places.getOrDefault(source, Place.NONE);
  }

  /** Whether facts say the same of all places. */
  boolean isToldBy(SliceFacts facts) {
    Set<Long> told = new HashSet<>();
    for (PlaceCoverage place : facts.places()) {
      long source = place.place().id();
      told.add(source);
      Place counted = of(source);
      boolean isSame =
          place.rows() == counted.rows()
              && place.measured().equals(told(counted.measured()))
              && place.placeholder().equals(told(counted.placeholder()));
      if (!isSame) {
        return false;
      }
    }
    return told.containsAll(places.keySet());
  }

  private OptionalLong told(long periods) {
    return hasPeriods ? OptionalLong.of(periods) : OptionalLong.empty();
  }

  /** Whether an answer has less than this, so that it must not take its place. */
  boolean isLostIn(NaiveFacts now) {
    return places.entrySet().stream()
        .anyMatch(
            place ->
                hasPeriods
                    ? now.of(place.getKey()).measured() < place.getValue().measured()
                    : 2 * now.of(place.getKey()).rows() < place.getValue().rows());
  }

  /** In how many periods anything was measured, or how many rows there are. */
  long sum() {
    return places.values().stream()
        .mapToLong(place -> hasPeriods ? place.measured() : place.rows())
        .sum();
  }
}
