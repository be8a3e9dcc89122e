package dev.vidiexport.domain.port;

import dev.vidiexport.domain.coverage.ColumnMeasure;
import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.ColumnSpans;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.TimeWindow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What is kept of the rows of slices, in memory. For one thread at a time. */
final class InMemoryFacts {
  private final Map<SliceKey, SliceFacts> bySlice = new HashMap<>();
  private final Map<String, TreeMap<Integer, ColumnSpan>> spans = new HashMap<>();

  Optional<SliceFacts> of(SliceKey key) {
    return Optional.ofNullable(bySlice.get(key));
  }

  void forget(SliceKey key) {
    bySlice.remove(key);
  }

  /** Columns that are not known to the export are left out. */
  void keep(SliceKey key, SliceFacts facts, List<NumberedColumn> columns) {
    bySlice.put(key, facts.asKept());
    TreeMap<Integer, ColumnSpan> known =
        spans.computeIfAbsent(key.export(), name -> new TreeMap<>());
    for (ColumnMeasure measure : facts.columns()) {
      columns.stream()
          .filter(column -> column.number() == measure.number())
          .map(column -> ColumnSpans.of(column, key.window(), measure))
          .forEach(span -> known.merge(measure.number(), span, ColumnSpans::joined));
    }
  }

  List<ColumnSpan> spans(String export) {
    return List.copyOf(spans.getOrDefault(export, new TreeMap<>()).values());
  }

  /** By kind and id. */
  List<PlaceCoverage> coverage(Predicate<SliceKey> isSelected) {
    Map<PlaceId, PlaceCoverage> sums =
        new TreeMap<>(Comparator.comparing(PlaceId::kind).thenComparing(PlaceId::id));
    bySlice.forEach(
        (key, facts) -> {
          if (isSelected.test(key)) {
            facts.places().forEach(place -> sums.merge(place.place(), place, PlaceCoverage::plus));
          }
        });
    return List.copyOf(sums.values());
  }

  void expect(
      String export, Set<PlaceId> places, BiFunction<PlaceId, TimeWindow, OptionalLong> expected) {
    bySlice.replaceAll(
        (key, facts) ->
            key.export().equals(export)
                ? new SliceFacts(
                    facts.places().stream()
                        .map(
                            place ->
                                places.contains(place.place())
                                    ? place.expecting(expected.apply(place.place(), key.window()))
                                    : place)
                        .toList(),
                    facts.metricSums(),
                    List.of())
                : facts);
  }
}
