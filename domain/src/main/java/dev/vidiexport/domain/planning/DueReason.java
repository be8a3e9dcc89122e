package dev.vidiexport.domain.planning;

/** Why a slice that has an answer is looked at once more. */
public enum DueReason {
  /** Its build is from within the lookback, so that one look always follows that. */
  LOOKBACK,
  /** One of its locations has uploaded since it was asked for. */
  LATE_UPLOAD,
  /** An upload changed it the last time, and there may be more. */
  CHANGED_BEFORE;

  /** Whether it goes back to an upload: what such a look changes is looked at once more. */
  public boolean isForUpload() {
    return this != LOOKBACK;
  }
}
