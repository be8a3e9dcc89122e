package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceRecord;
import java.util.Optional;

/** How a slice of the ledger stands for a plan, and whether it is asked for. Immutable. */
final class SliceRules {
  private final ExportIdentity identity;
  private final PlanSettings settings;

  SliceRules(ExportIdentity identity, PlanSettings settings) {
    this.identity = identity;
    this.settings = settings;
  }

  /** How a slice stands whose window and sources are still wanted. */
  WindowState state(SliceRecord slice) {
    if (slice.answer().isPresent()) {
      boolean isCurrent = slice.answer().get().writtenWith().equals(identity.writing());
      return isCurrent ? WindowState.COMPLETE : WindowState.STALE;
    }
    if (slice.failure().isEmpty()) {
      return WindowState.MISSING;
    }
    return slice.failure().get().refusals() > 0 ? WindowState.REFUSED : WindowState.FAILED;
  }

  /** Why a slice is to be asked for now, if its time has come; empty where it never is. */
  Optional<SlicePurpose> purpose(SliceRecord slice, WindowState state) {
    return untried(slice, state).filter(purpose -> !isTried(slice));
  }

  /** Whether a slice is or was asked for by this run, so that it stays what it is. */
  boolean isTried(SliceRecord slice) {
    return settings.tried().contains(slice.key());
  }

  private static Optional<SlicePurpose> untried(SliceRecord slice, WindowState state) {
    if (slice.underWay()) {
      return Optional.of(SlicePurpose.RESUMED);
    }
    return switch (state) {
      case FAILED -> Optional.of(SlicePurpose.FAILED);
      case REFUSED -> Optional.of(SlicePurpose.REFUSED);
      case STALE -> Optional.of(SlicePurpose.STALE);
      case MISSING -> Optional.of(SlicePurpose.MISSING);
      case COMPLETE, RETIRED -> Optional.empty();
    };
  }

  /** Whether a slice with a purpose may be asked for now. */
  boolean isTimely(SliceRecord slice) {
    return slice.underWay() || slice.failure().isEmpty() || isTimely(slice.failure().get());
  }

  private boolean isTimely(SliceFailure failure) {
    boolean isRefusal = failure.refusals() > 0;
    return !RetryTimes.after(failure).isAfter(settings.asOf())
        || (isRefusal
            && (settings.retryRefused() || !failure.askedWith().equals(identity.asking())));
  }
}
