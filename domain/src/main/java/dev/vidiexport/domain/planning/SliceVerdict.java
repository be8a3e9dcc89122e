package dev.vidiexport.domain.planning;

/** What a failure is for a slice. */
public enum SliceVerdict {
  /** Asking may succeed in the next run. */
  FAILED,
  /** VidiCenter refused it, or its rows do not fit: asking again soon is in vain. */
  REFUSED,
  /** It is not the slice's: the run ends, and the slice stays as it was. */
  ENDS_RUN
}
