package dev.vidiexport.domain.table;

/**
 * What the values of a column are beyond their type. A sink that knows no better writes them by
 * their type alone, and is right; one that has something native for them writes that. More meanings
 * may come: one that a sink does not know is to it as {@link #PLAIN}, so it asks for those that it
 * knows, and does not count on having seen all.
 *
 * @since 0.1.0
 */
public enum ColumnMeaning {
  /** What the type says, and no more. */
  PLAIN,
  /**
   * A {@link ColumnType#TEXT} column whose values are days of the years 1 to 9999, all written as
   * {@code 2016-04-29} and quoted. Which day it was where the row belongs; without a zone.
   */
  DATE,
  /**
   * A {@link ColumnType#TIMESTAMP} column whose values are in UTC: moments, not local times. A sink
   * that writes them with a zone writes that of UTC.
   */
  UTC;

  /** Whether values of a type can mean this. */
  public boolean fits(ColumnType type) {
    return switch (this) {
      case PLAIN -> true;
      case DATE -> type == ColumnType.TEXT;
      case UTC -> type == ColumnType.TIMESTAMP;
    };
  }
}
