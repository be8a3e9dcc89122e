package dev.vidiexport.domain.catalogue;

/** When a column is among the keys of a row. */
public enum ColumnPresence {
  /** Whenever the row's resolution has it. */
  ALWAYS,
  /** In most rows: the documentation promises it, and says that a row may leave it out. */
  MAY_BE_MISSING,
  /** Only in rows that are grouped by demographics. */
  WHEN_GROUPED,
  /** Only in rows that are not grouped by demographics. */
  WHEN_NOT_GROUPED,
  /** VidiCenter may send it beside the others, without being asked. */
  OPTIONAL,
  /** The name that the specification of 2016 gives to the column before it. */
  FORMER_NAME;

  /** Whether the documentation promises the column for rows that are grouped, or that are not. */
  boolean isPromised(boolean grouped) {
    return switch (this) {
      case ALWAYS, MAY_BE_MISSING -> true;
      case WHEN_GROUPED -> grouped;
      case WHEN_NOT_GROUPED -> !grouped;
      case OPTIONAL, FORMER_NAME -> false;
    };
  }
}
