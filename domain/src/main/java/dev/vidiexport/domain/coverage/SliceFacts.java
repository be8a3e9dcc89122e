package dev.vidiexport.domain.coverage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a ledger keeps of the rows of an answer. Immutable.
 *
 * @param places how well each place is covered, by ascending kind and id, each once; also places
 *     that are expected and have no rows
 * @param metricSums the sums of the main metrics, by the number of their column
 * @param columns the columns that have values. A ledger keeps of them only in which windows they
 *     were seen, so that what is read from one has none here
 */
public record SliceFacts(
    List<PlaceCoverage> places, Map<Integer, Double> metricSums, List<ColumnMeasure> columns) {
  /** Of an answer of which nothing is kept. */
  public static final SliceFacts NONE = new SliceFacts(List.of(), Map.of(), List.of());

  public SliceFacts {
    places = List.copyOf(places);
    metricSums = Collections.unmodifiableMap(new TreeMap<>(metricSums));
    columns = List.copyOf(columns);
  }

  /** As a ledger gives them back. */
  public SliceFacts asKept() {
    return new SliceFacts(places, metricSums, List.of());
  }
}
