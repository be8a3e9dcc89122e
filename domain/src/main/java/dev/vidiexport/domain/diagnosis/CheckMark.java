package dev.vidiexport.domain.diagnosis;

import java.util.Locale;

/** How a check ended. */
public enum CheckMark {
  /** All is well. */
  OK,
  /** Exports work, and something should be looked after all the same. */
  WARNING,
  /** Exports, or syncs of this project, will not work like that. */
  FAILED,
  /** There was nothing to check, or nothing to check it with. */
  SKIPPED;

  /** As users know it: {@code ok}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
