package dev.vidiexport.domain.history;

import java.util.Locale;

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

  /** Its word in the ledger and in what commands find. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
