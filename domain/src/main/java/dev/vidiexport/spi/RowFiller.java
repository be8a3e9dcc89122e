package dev.vidiexport.spi;

/**
 * Takes rows that are read from a table, value by value, each of the type of its column. A value
 * that is null is not put. For one thread.
 *
 * @since 0.1.0
 */
public interface RowFiller {
  /** Whether it takes no more rows. */
  boolean isFull();

  /**
   * A whole number.
   *
   * @param column from 0 on, as in {@link SliceRows#columns}
   */
  void putWhole(int column, long value);

  /**
   * A decimal number; not finite ones are taken, too.
   *
   * @param column from 0 on, as in {@link SliceRows#columns}
   */
  void putDecimal(int column, double value);

  /**
   * A truth value.
   *
   * @param column from 0 on, as in {@link SliceRows#columns}
   */
  void putTruth(int column, boolean value);

  /**
   * A time.
   *
   * @param column from 0 on, as in {@link SliceRows#columns}
   * @param micros microseconds since 1970-01-01T00:00:00 of the same clock
   */
  void putTimestampMicros(int column, long micros);

  /**
   * A text, the JSON of a nested value, or a day as {@code 2024-01-01} where that is what the
   * column's texts are.
   *
   * @param column from 0 on, as in {@link SliceRows#columns}
   */
  void putText(int column, String text);

  /** Ends a row: the values put since the last call. */
  void endRow();
}
