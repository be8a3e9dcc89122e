package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.TimeWindow;
import java.time.Instant;
import java.util.Comparator;

/**
 * In which order slices are asked for: first what VidiCenter may still be building, later what
 * failed before, last and at its time what is not due yet; within these by the end of the window,
 * then by the export's place in the project file, then by first id.
 */
final class SliceOrder {
  private static final Comparator<PlannedSlice> BY_RANK = Comparator.comparing(Rank::of);
  private static final Comparator<PlannedSlice> BY_TIME =
      Comparator.comparing(slice -> slice.notBefore().orElse(Instant.MIN));
  private static final Comparator<PlannedSlice> BY_END =
      Comparator.comparing(
          slice -> slice.key().window(), Comparator.comparing(TimeWindow::lastDay));
  private static final Comparator<PlannedSlice> BY_FIRST_ID =
      Comparator.comparingLong(slice -> slice.key().sources().id(0));

  private SliceOrder() {}

  /** The order among slices of one export. */
  static Comparator<PlannedSlice> withinExport(PlanOrder order) {
    return byTime(order).thenComparing(BY_FIRST_ID);
  }

  /**
   * The order among slices of several exports.
   *
   * @param byPlace the order of exports in the project file
   */
  static Comparator<PlannedSlice> amongExports(PlanOrder order, Comparator<PlannedSlice> byPlace) {
    return byTime(order).thenComparing(byPlace).thenComparing(BY_FIRST_ID);
  }

  private static Comparator<PlannedSlice> byTime(PlanOrder order) {
    return BY_RANK
        .thenComparing(BY_TIME)
        .thenComparing(
            switch (order) {
              case NEWEST_FIRST -> BY_END.reversed();
              case OLDEST_FIRST -> BY_END;
            });
  }

  /** What comes before the time of the window. */
  enum Rank {
    RESUMED,
    ORDINARY,
    FAILED_BEFORE,
    NOT_DUE_YET;

    static Rank of(PlannedSlice slice) {
      if (slice.purpose() == SlicePurpose.RESUMED) {
        return RESUMED;
      }
      if (slice.notBefore().isPresent()) {
        return NOT_DUE_YET;
      }
      return slice.known().flatMap(known -> known.failure()).isPresent() ? FAILED_BEFORE : ORDINARY;
    }
  }
}
