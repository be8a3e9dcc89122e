package dev.vidiexport.domain.history;

import java.util.Locale;
import java.util.Optional;

/** How a slice stands, as the last run left it. */
public enum SliceState {
  /** It has no answer, and nothing speaks against asking. */
  MISSING,
  /** It has an answer, with rows or without. */
  COMPLETE,
  /** Asking for it failed, and may succeed another time. */
  FAILED,
  /** It was refused, or its rows do not fit. */
  REFUSED,
  /** All its sources have left, or its window is outside the export's time; its file stays. */
  RETIRED;

  /**
   * How a slice stands by what is known of it.
   *
   * @param retired whether nothing asks for it any more
   */
  public static SliceState of(
      boolean retired, Optional<SliceAnswer> answer, Optional<SliceFailure> failure) {
    if (retired) {
      return RETIRED;
    }
    if (answer.isPresent()) {
      return COMPLETE;
    }
    return failure.map(last -> last.refusals() > 0 ? REFUSED : FAILED).orElse(MISSING);
  }

  /** Its word in the ledger and in what commands find. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
