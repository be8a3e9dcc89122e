package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceRecord;
import java.time.Instant;
import java.util.Optional;

/** How a slice of the ledger stands for a plan, and whether it is asked for. Immutable. */
final class SliceRules {
  private final ExportIdentity identity;
  private final DueRules dueRules;
  private final PlanSettings settings;

  SliceRules(ExportIdentity identity, DueRules dueRules, PlanSettings settings) {
    this.identity = identity;
    this.dueRules = dueRules;
    this.settings = settings;
  }

  /**
   * How a slice stands whose window and sources are still wanted.
   *
   * @param isListed whether the topology lists all of its sources; what it does not cannot be asked
   *     for again
   */
  SliceStanding standing(SliceRecord slice, boolean isListed) {
    Optional<DueReason> dueReason =
        slice
            .answer()
            .filter(answer -> isListed)
            .flatMap(answer -> dueRules.reason(slice.key(), answer));
    Optional<Instant> dueTime =
        dueReason.map(reason -> dueRules.time(slice.answer().orElseThrow()));
    WindowState state = state(slice, dueTime);
    Optional<SlicePurpose> purpose =
        isListed && !isTried(slice) ? purpose(slice, state, dueTime) : Optional.empty();
    return new SliceStanding(
        state,
        purpose,
        dueReason,
        dueTime
            .filter(time -> purpose.filter(SlicePurpose.DUE::equals).isPresent())
            .filter(this::isToCome),
        isTimely(slice));
  }

  private WindowState state(SliceRecord slice, Optional<Instant> dueTime) {
    if (slice.answer().isPresent()) {
      if (isStale(slice.answer().get())) {
        return WindowState.STALE;
      }
      boolean isDue = dueTime.filter(time -> !isToCome(time)).isPresent();
      return isDue ? WindowState.DUE : WindowState.COMPLETE;
    }
    if (slice.failure().isEmpty()) {
      return WindowState.MISSING;
    }
    return slice.failure().get().refusals() > 0 ? WindowState.REFUSED : WindowState.FAILED;
  }

  private boolean isStale(SliceAnswer answer) {
    return !answer.writtenWith().equals(identity.writing());
  }

  private boolean isToCome(Instant time) {
    return time.isAfter(settings.asOf());
  }

  /** Whether a slice is or was asked for by this run, so that it stays what it is. */
  boolean isTried(SliceRecord slice) {
    return settings.tried().contains(slice.key());
  }

  private Optional<SlicePurpose> purpose(
      SliceRecord slice, WindowState state, Optional<Instant> dueTime) {
    if (slice.underWay()) {
      return Optional.of(SlicePurpose.RESUMED);
    }
    return switch (state) {
      case FAILED -> Optional.of(SlicePurpose.FAILED);
      case REFUSED -> Optional.of(SlicePurpose.REFUSED);
      case STALE -> Optional.of(SlicePurpose.STALE);
      case MISSING -> Optional.of(SlicePurpose.MISSING);
      case DUE, COMPLETE ->
          dueTime.filter(time -> !time.isAfter(settings.dueUntil())).map(time -> SlicePurpose.DUE);
      case RETIRED -> Optional.empty();
    };
  }

  private boolean isTimely(SliceRecord slice) {
    return slice.underWay() || slice.failure().isEmpty() || isTimely(slice.failure().get());
  }

  private boolean isTimely(SliceFailure failure) {
    boolean isRefusal = failure.refusals() > 0;
    return !RetryTimes.after(failure).isAfter(settings.asOf())
        || (isRefusal
            && (settings.retryRefused() || !failure.askedWith().equals(identity.asking())));
  }
}
