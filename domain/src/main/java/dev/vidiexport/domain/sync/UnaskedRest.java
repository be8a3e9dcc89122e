package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.planning.ExportPlan;
import dev.vidiexport.domain.planning.PlannedSlice;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Counts what a plan has, and nobody asked for, besides what is left of its queue. */
final class UnaskedRest {
  private static final String GIVEN_UP = "not asked for: both halves of another slice were refused";
  private static final String POSTPONED = "not asked for again yet: its time has not come";
  private static final String NOT_LISTED = "VidiCenter does not list all of these sources";

  private final SyncResultBuilder results;
  private final Map<String, Long> listed;
  private final Predicate<PlannedSlice> isDue;

  /**
   * The rest of a plan.
   *
   * @param listed how many slices of an export were queued, by its name
   * @param isDue whether the time of a slice has come; one that is not due yet lacks nothing
   */
  UnaskedRest(SyncResultBuilder results, Map<String, Long> listed, Predicate<PlannedSlice> isDue) {
    this.results = results;
    this.listed = listed;
    this.isDue = isDue;
  }

  /**
   * Counts it.
   *
   * @param skipped what was queued of exports that have been given up since
   */
  void tell(List<ExportPlan> planned, List<PlannedSlice> skipped, Predicate<ExportPlan> isGivenUp) {
    skipped.forEach(this::skipped);
    for (ExportPlan export : planned) {
      long unlisted = export.requests() - listed.getOrDefault(export.export().name(), 0L);
      if (isGivenUp.test(export)) {
        givenUp(export, unlisted);
      } else {
        results.leftUnlisted(export.export().name(), unlisted);
      }
      export.postponed().forEach(key -> results.waiting(key, POSTPONED));
      export.unlisted().forEach(key -> results.refusedUnasked(key, NOT_LISTED));
    }
  }

  private void skipped(PlannedSlice slice) {
    if (isDue.test(slice)) {
      results.refusedUnasked(slice.key(), GIVEN_UP);
    }
  }

  /** Of one that had been given up before the plan was made, nothing was queued. */
  private void givenUp(ExportPlan export, long unlisted) {
    long rest = unlisted;
    if (unlisted == export.requests()) {
      export.slices().forEach(this::skipped);
      rest -= export.slices().size();
    }
    results.refusedUnlisted(export.export().name(), rest);
  }
}
