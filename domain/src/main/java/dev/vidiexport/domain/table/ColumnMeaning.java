package dev.vidiexport.domain.table;

/**
 * What the values of a column are beyond their type. A sink that knows no better writes them by
 * their type alone, and is right; one that has something native for them writes that.
 *
 * @since 0.1.0
 */
public enum ColumnMeaning {
  /** What the type says, and no more. */
  PLAIN,
  /** A {@link ColumnType#TEXT} column whose values are days: {@code 2016-04-29}, quoted. */
  DATE,
  /** A {@link ColumnType#TIMESTAMP} column whose values are in UTC. */
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
