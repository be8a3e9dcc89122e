package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a slice that has an answer is asked for again, because cameras upload late: not before its
 * build is a day old, as VidiCenter keeps an export for about that long and would send the same
 * one. Immutable.
 */
final class DueRules {
  private static final Duration AGE_OF_BUILD = Duration.ofHours(24);

  private final Duration lookback;
  private final WindowClosings closings;
  private final LateUploads uploads;
  private final Instant asOf;

  DueRules(Duration lookback, WindowClosings closings, LateUploads uploads, Instant asOf) {
    this.lookback = lookback;
    this.closings = closings;
    this.uploads = uploads;
    this.asOf = asOf;
  }

  static DueRules of(
      HistoryExport export,
      WindowClosings closings,
      Optional<Topology> topology,
      UploadTimeline timeline,
      Instant asOf) {
    return new DueRules(
        Duration.ofDays(export.lookbackDays()),
        closings,
        LateUploads.of(export.sources().kind(), topology, timeline),
        asOf);
  }

  /** Why a slice is to be looked at once more when its time has come; empty where it is not. */
  Optional<DueReason> reason(SliceKey key, SliceAnswer answer) {
    TimeWindow window = key.window();
    Instant windowEnd = closings.overAt(window);
    if (uploads.haveCome(key.sources(), window, windowEnd, askedAt(answer))) {
      return Optional.of(DueReason.LATE_UPLOAD);
    }
    if (answer.changedByUpload()) {
      return Optional.of(DueReason.CHANGED_BEFORE);
    }
    boolean isWithinLookback = answer.builtAt().isBefore(windowEnd.plus(lookback));
    return isWithinLookback || isByWrongClock(answer)
        ? Optional.of(DueReason.LOOKBACK)
        : Optional.empty();
  }

  /** The first moment at which it may be looked at once more. */
  Instant time(SliceAnswer answer) {
    return isByWrongClock(answer) ? asOf : answer.builtAt().plus(AGE_OF_BUILD);
  }

  /**
   * Whether the clock was set back since, by so much that its build would not get old for long: its
   * time says nothing, and one look too many loses nothing.
   */
  private boolean isByWrongClock(SliceAnswer answer) {
    return answer.builtAt().isAfter(asOf.plus(AGE_OF_BUILD));
  }

  /** By a clock that was wrong nobody knows what had been uploaded: perhaps nothing. */
  private Instant askedAt(SliceAnswer answer) {
    return isByWrongClock(answer) ? Instant.MIN : answer.askedAt();
  }
}
