package dev.vidiexport.domain.history;

import java.util.Locale;

/** What an answer changed about its slice, for loads that come after. */
public enum SliceChange {
  /** Its first answer has rows. */
  PUBLISHED,
  /** Other rows took the place of those before, none of some, or some of none. */
  REPLACED,
  /** Its rows are those that it had. */
  UNCHANGED,
  /** Its first answer has no rows. */
  EMPTY;

  /** What an answer changes that is not the same as the one before. */
  public static SliceChange by(SliceAnswer answer) {
    if (answer.revision() > 1) {
      return REPLACED;
    }
    return answer.hasRows() ? PUBLISHED : EMPTY;
  }

  /** Its word in the ledger. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
