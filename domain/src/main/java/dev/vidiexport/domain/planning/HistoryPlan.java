package dev.vidiexport.domain.planning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to do for several exports. Immutable.
 *
 * @param exports the plans, in the order of the project file
 * @param requests how many slices of all exports are to be asked for
 * @param slices what is to be asked for first, in order: all of it, or the first {@link
 *     HistoryPlanner#MOST_SLICES}
 */
public record HistoryPlan(List<ExportPlan> exports, long requests, List<PlannedSlice> slices) {
  private static final int CALLS_OF_SLICE = 2;
  private static final long SECONDS_OF_MINUTE = 60;

  public HistoryPlan {
    exports = List.copyOf(exports);
    slices = List.copyOf(slices);
  }

  /**
   * Puts plans of exports together.
   *
   * @param exports in the order of the project file, each export once
   * @param order the one they were made with
   */
  public static HistoryPlan of(List<ExportPlan> exports, PlanOrder order) {
    Map<String, Integer> places = new HashMap<>();
    exports.forEach(plan -> places.put(plan.export().name(), places.size()));
    Comparator<PlannedSlice> byPlace =
        Comparator.comparing(slice -> places.getOrDefault(slice.key().export(), places.size()));
    return new HistoryPlan(
        exports,
        exports.stream().mapToLong(ExportPlan::requests).sum(),
        exports.stream()
            .flatMap(plan -> plan.slices().stream())
            .sorted(SliceOrder.amongExports(order, byPlace))
            .limit(HistoryPlanner.MOST_SLICES)
            .toList());
  }

  /**
   * How many calls it takes at least: one begins a slice, and one brings its rows.
   *
   * @param topologyCalls how many the topology took or takes
   */
  public long calls(int topologyCalls) {
    return topologyCalls + CALLS_OF_SLICE * requests;
  }

  /**
   * How many seconds so many calls take at least under the limit of calls: those of the first
   * minute may be made at once, and each further minute lets as many through.
   *
   * @param calls not negative
   * @param callsPerMinute at least 1
   */
  public static long leastSeconds(long calls, int callsPerMinute) {
    return calls == 0 ? 0 : (calls - 1) / callsPerMinute * SECONDS_OF_MINUTE;
  }
}
