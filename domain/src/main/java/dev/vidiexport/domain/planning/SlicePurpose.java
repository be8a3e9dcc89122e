package dev.vidiexport.domain.planning;

/** Why a slice is to be asked for. */
public enum SlicePurpose {
  /** A run that ended early had asked for it: VidiCenter may still be building it. */
  RESUMED,
  /** It has no answer. */
  MISSING,
  /** Asking for it failed, and its time has come again. */
  FAILED,
  /** It was refused, and its time has come again, or its entry changed. */
  REFUSED,
  /** Its file was written with other columns or options. */
  STALE,
  /** It has an answer, and there may be another one now: late data. */
  DUE
}
