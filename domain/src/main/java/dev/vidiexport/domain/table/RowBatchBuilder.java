package dev.vidiexport.domain.table;

import java.time.LocalDateTime;

/**
 * Fills a batch, row by row, with values of the types that its columns have; used again and again
 * after {@link #clear}. Not thread-safe: one thread at a time, with a happens-before edge between
 * two.
 *
 * <p>Columns are counted from 0, and one that is given no value in a row is null there. Every
 * method that puts a value is for columns of the types that it names alone. It throws {@link
 * IllegalArgumentException} for a column of another type, and {@link IndexOutOfBoundsException} for
 * a column that is not there and for a row more than the batch takes; then nothing was put.
 */
public final class RowBatchBuilder {
  /** No batch holds more rows; one with many columns holds fewer. */
  public static final int MAX_ROWS = 4096;

  private static final int MAX_CELLS = 128 * 1024;

  /** Many exports have few rows, and room for all that a batch may hold takes long to make. */
  static final int FIRST_ROOM = 64;

  private static final int GROWTH = 4;

  /** A batch takes no more rows once its texts hold this many bytes. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  private final RowBatch batch;
  private final ColumnValues[] columns;
  private final int maxRows;

  /** For the rows put so far and the current one, unless that is one more than the batch takes. */
  private int room;

  private final TextBytes texts = new TextBytes();

  public RowBatchBuilder(Schema schema) {
    maxRows = Math.max(1, Math.min(MAX_ROWS, MAX_CELLS / schema.size()));
    room = Math.min(FIRST_ROOM, maxRows);
    columns = new ColumnValues[schema.size()];
    for (int index = 0; index < columns.length; index++) {
      columns[index] = ColumnValues.of(schema.column(index).type(), room, texts);
    }
    this.batch = new RowBatch(schema, columns);
  }

  /** The type of a column, which is that of all values that it takes. */
  public ColumnType type(int column) {
    return columns[column].type();
  }

  /** Puts a value into a {@link ColumnType#WHOLE} column of the current row; any value will do. */
  public void putLong(int column, long value) {
    if (columns[column] instanceof WholeValues values) {
      values.store(batch.rows(), value);
    } else {
      throw misput(column, ColumnType.WHOLE);
    }
  }

  /**
   * Puts a value into a {@link ColumnType#DECIMAL} column of the current row.
   *
   * @param value finite; {@code -0.0} is kept apart from {@code 0.0}
   * @throws IllegalArgumentException also when the value is infinite or not a number
   */
  public void putDouble(int column, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be finite, but was " + value);
    }
    if (columns[column] instanceof DecimalValues values) {
      values.store(batch.rows(), value);
    } else {
      throw misput(column, ColumnType.DECIMAL);
    }
  }

  /**
   * Puts a value that is not finite into a {@link ColumnType#DECIMAL} column of the current row;
   * for sinks that take such values alone.
   *
   * @param value infinite, or not a number
   * @throws IllegalArgumentException also when the value is finite
   */
  public void putNonFinite(int column, double value) {
    if (Double.isFinite(value)) {
      throw new IllegalArgumentException("value must not be finite, but was " + value);
    }
    if (columns[column] instanceof DecimalValues values) {
      values.store(batch.rows(), value);
    } else {
      throw misput(column, ColumnType.DECIMAL);
    }
  }

  /** Puts a value into a {@link ColumnType#BOOLEAN} column of the current row. */
  public void putBoolean(int column, boolean value) {
    if (columns[column] instanceof BooleanValues values) {
      values.store(batch.rows(), value);
    } else {
      throw misput(column, ColumnType.BOOLEAN);
    }
  }

  /**
   * Puts a date and time into a {@link ColumnType#TIMESTAMP} column of the current row.
   *
   * @param value from the year 1 to 9999, in whole microseconds
   * @throws IllegalArgumentException also when the value is of another year, or finer
   */
  public void putTimestamp(int column, LocalDateTime value) {
    putTimestampMicros(column, TimestampValues.micros(value));
  }

  /**
   * Puts a date and time into a {@link ColumnType#TIMESTAMP} column of the current row.
   *
   * @param micros microseconds since 1970-01-01T00:00 in the timestamp's own local time; from the
   *     year 1 to 9999
   * @throws IllegalArgumentException also when the value is of another year
   */
  public void putTimestampMicros(int column, long micros) {
    if (columns[column] instanceof TimestampValues values) {
      values.store(batch.rows(), micros);
    } else {
      throw misput(column, ColumnType.TIMESTAMP);
    }
  }

  /**
   * Puts a text into a {@link ColumnType#TEXT} column of the current row: as one that came quoted,
   * so that a JSON output quotes it again.
   *
   * @throws NotUnicodeException when a surrogate stands alone
   */
  public void putText(int column, String text) {
    byte[] utf8 = Utf8.bytes(text);
    putText(column, utf8, 0, utf8.length);
  }

  /**
   * Puts a text as {@link #putText(int, String)} does, from the bytes of an array, which are
   * copied.
   *
   * @param utf8 holds proper UTF-8 in the range given, which is not checked
   */
  public void putText(int column, byte[] utf8, int offset, int length) {
    if (columns[column] instanceof TextValues values && values.type() == ColumnType.TEXT) {
      values.store(batch.rows(), utf8, offset, length, true);
    } else {
      throw misput(column, ColumnType.TEXT);
    }
  }

  /**
   * Puts JSON into the current row: an object or array into a {@link ColumnType#NESTED} column, or
   * any value but a text and null into a {@link ColumnType#TEXT} one, as a value that came bare, so
   * that a JSON output gives it back as it is. For sinks that take numbers that are not finite,
   * also {@code NaN}, {@code Infinity} and {@code -Infinity} into a {@link ColumnType#TEXT} one.
   *
   * @param json without white space, which is not checked
   * @throws NotUnicodeException when a surrogate stands alone
   */
  public void putJson(int column, String json) {
    byte[] utf8 = Utf8.bytes(json);
    putJson(column, utf8, 0, utf8.length);
  }

  /**
   * Puts JSON as {@link #putJson(int, String)} does, from the bytes of an array, which are copied.
   *
   * @param utf8 holds proper UTF-8 in the range given, which is not checked
   */
  public void putJson(int column, byte[] utf8, int offset, int length) {
    if (columns[column] instanceof TextValues values) {
      values.store(batch.rows(), utf8, offset, length, false);
    } else {
      throw misput(column, ColumnType.NESTED);
    }
  }

  private IllegalArgumentException misput(int column, ColumnType given) {
    Column target = batch.schema().column(column);
    return new IllegalArgumentException(
        "Column %s takes %s values, but was given a %s"
            .formatted(target.name(), target.type().label(), given.label()));
  }

  /** The current row is complete. */
  public void endRow() {
    batch.setRows(batch.rows() + 1);
    if (batch.rows() == room && room < maxRows) {
      grow();
    }
  }

  private void grow() {
    room = Math.min(GROWTH * room, maxRows);
    for (ColumnValues values : columns) {
      values.grow(room);
    }
  }

  /** Whether the batch takes no more rows before {@link #clear}. */
  public boolean isFull() {
    return batch.rows() == maxRows || texts.used() >= MAX_BYTES;
  }

  /** The rows put so far; the same object always, and valid until {@link #clear}. */
  public RowBatch batch() {
    return batch;
  }

  /** Forgets all rows, and what there is of the current one. */
  public void clear() {
    for (ColumnValues values : columns) {
      values.clear(Math.min(batch.rows() + 1, maxRows));
    }
    batch.setRows(0);
    texts.clear();
  }
}
