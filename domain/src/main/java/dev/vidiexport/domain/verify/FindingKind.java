package dev.vidiexport.domain.verify;

/** In what way what stands differs from the ledger. */
public enum FindingKind {
  /** The ledger lists a slice with rows, and nothing stands there. */
  MISSING,
  /**
   * The ledger lists a slice with rows, and something else stands there: another file, no regular
   * file, or other rows of a table than were committed.
   */
  CHANGED,
  /** Something stands below the folder of an export, or rows in its table, and no slice has it. */
  FOREIGN,
  /** The rows of a slice, read back, are not those that the ledger has. */
  ROWS_DIFFER
}
