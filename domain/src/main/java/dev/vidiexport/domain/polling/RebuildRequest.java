package dev.vidiexport.domain.polling;

/** Whether VidiCenter is still to be told to rebuild the export. It is told once at most. */
enum RebuildRequest {
  /** Nobody asked for it, or it has been asked for. */
  NOT_NEEDED,
  /** The next call asks for it. */
  WANTED,
  /** A call asked for it, and nobody knows whether that call arrived. */
  FATE_UNKNOWN;

  RebuildRequest after(Trouble.Kind kind) {
    if (this != WANTED) {
      return this;
    }
    return switch (kind) {
      case NOT_DELIVERED, RATE_LIMITED, LIMITS_HELD -> WANTED;
      case UNANSWERED -> FATE_UNKNOWN;
      case CUT, STILL_COMING -> NOT_NEEDED;
    };
  }
}
