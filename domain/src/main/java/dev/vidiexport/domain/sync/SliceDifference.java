package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.NumberedColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What another answer has changed in a slice. Immutable.
 *
 * @param rowsBefore how many rows it had
 * @param metrics the sums of its main metrics, before and after
 */
public record SliceDifference(long rowsBefore, List<MetricSum> metrics) {
  public SliceDifference {
    metrics = List.copyOf(metrics);
    if (rowsBefore < 0) {
      throw new IllegalArgumentException("rowsBefore must not be negative, but was " + rowsBefore);
    }
  }

  /**
   * Of what is kept of the rows.
   *
   * @param before empty where nothing was kept
   * @param main the main metrics, in the order in which they are told
   */
  static SliceDifference of(
      long rowsBefore, Optional<SliceFacts> before, SliceFacts now, List<NumberedColumn> main) {
    return new SliceDifference(
        rowsBefore,
        main.stream()
            .map(
                column ->
                    new MetricSum(
                        column.name(),
                        sum(before.map(SliceFacts::metricSums).orElse(Map.of()), column),
                        sum(now.metricSums(), column)))
            .filter(sum -> sum.before().isPresent() || sum.now().isPresent())
            .toList());
  }

  private static OptionalDouble sum(Map<Integer, Double> sums, NumberedColumn column) {
    Double sum = sums.get(column.number());
    return sum == null ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }
}
