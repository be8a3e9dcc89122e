package dev.vidiexport.domain.verify;

/** What came of reading the rows of a file back. */
sealed interface RowCheck {
  /** Nobody wanted to, or nobody can. */
  record NotRead() implements RowCheck {}

  /** They are those of the ledger. */
  record Same(long rows) implements RowCheck {}

  /**
   * They are not.
   *
   * @param how words without an end mark
   */
  record Other(String how) implements RowCheck {}

  /** They do not seem to be, but the file was written with other settings than it was read with. */
  record Unclear() implements RowCheck {}
}
