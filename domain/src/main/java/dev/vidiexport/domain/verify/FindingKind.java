package dev.vidiexport.domain.verify;

/** In what way files and ledger differ. */
public enum FindingKind {
  /** The ledger lists a file, and nothing stands there. */
  MISSING,
  /** The ledger lists a file, and another one, or no regular file, stands there. */
  CHANGED,
  /** Something stands below the folder of an export, and no slice has it. */
  FOREIGN,
  /** The rows of a file, read back, are not those that the ledger has. */
  ROWS_DIFFER
}
