package dev.vidiexport.domain.table;

import static java.util.Objects.checkIndex;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Some rows of a table, held column by column, so that numbers are read without boxing. Read-only
 * for those who are lent it, and valid only as long as the lender says; not thread-safe.
 *
 * <p>Rows and columns are counted from 0. Every method throws {@link IndexOutOfBoundsException} for
 * a row or column that is not there. The typed methods are for columns of their type alone, and
 * throw {@link IllegalStateException} for another type and for a value that is null.
 */
public final class RowBatch {
  private static final long MICROS_PER_SECOND = 1_000_000L;

  private final Schema schema;
  private final ColumnValues[] columns;
  private int rows;

  RowBatch(Schema schema, ColumnValues[] columns) {
    this.schema = schema;
    this.columns = columns;
  }

  /** The columns of these rows. */
  public Schema schema() {
    return schema;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** Whether the value is null; so it is where VidiCenter left the key out, too. */
  public boolean isNull(int row, int column) {
    return !columns[column].isPresent(checkIndex(row, rows));
  }

  /** The value of a {@link ColumnType#WHOLE} column. */
  public long whole(int row, int column) {
    if (columns[column] instanceof WholeValues values && isPresent(values, row)) {
      return values.whole(row);
    }
    throw misread(row, column, ColumnType.WHOLE);
  }

  /** The value of a {@link ColumnType#DECIMAL} column; finite, unless the sink takes others. */
  public double decimal(int row, int column) {
    if (columns[column] instanceof DecimalValues values && isPresent(values, row)) {
      return values.decimal(row);
    }
    throw misread(row, column, ColumnType.DECIMAL);
  }

  /** The value of a {@link ColumnType#BOOLEAN} column. */
  public boolean truth(int row, int column) {
    if (columns[column] instanceof BooleanValues values && isPresent(values, row)) {
      return values.truth(row);
    }
    throw misread(row, column, ColumnType.BOOLEAN);
  }

  /**
   * The value of a {@link ColumnType#TIMESTAMP} column, as microseconds since 1970-01-01T00:00 in
   * its own local time; from the year 1 to 9999.
   */
  public long timestampMicros(int row, int column) {
    if (columns[column] instanceof TimestampValues values && isPresent(values, row)) {
      return values.micros(row);
    }
    throw misread(row, column, ColumnType.TIMESTAMP);
  }

  /** The value of a {@link ColumnType#TIMESTAMP} column, to the microsecond. */
  public LocalDateTime timestamp(int row, int column) {
    long micros = timestampMicros(row, column);
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, MICROS_PER_SECOND),
        (int) Math.floorMod(micros, MICROS_PER_SECOND) * 1000,
        ZoneOffset.UTC);
  }

  /**
   * The characters of a {@link ColumnType#TEXT} value, as received, or the JSON of a {@link
   * ColumnType#NESTED} one. Always proper Unicode.
   */
  public String text(int row, int column) {
    return texts(row, column).text(row);
  }

  /** How many bytes {@link #text} takes as UTF-8. */
  public int textLength(int row, int column) {
    return texts(row, column).length(row);
  }

  /**
   * Copies {@link #text} as UTF-8, without making a string of it.
   *
   * @param into has room for {@link #textLength} bytes
   * @param at where the first byte goes
   * @return the index after the last byte
   */
  public int copyText(int row, int column, byte[] into, int at) {
    return texts(row, column).copy(row, into, at);
  }

  /**
   * Whether a {@link ColumnType#TEXT} value came as a quoted JSON text. A value that did not is
   * itself JSON: a number, {@code true}, {@code false}, an object or an array; or, for a sink that
   * takes numbers that are not finite, {@code NaN}, {@code Infinity} or {@code -Infinity}.
   */
  public boolean isQuoted(int row, int column) {
    TextValues values = texts(row, column);
    if (values.type() == ColumnType.TEXT) {
      return values.isQuoted(row);
    }
    throw misread(row, column, ColumnType.TEXT);
  }

  private TextValues texts(int row, int column) {
    if (columns[column] instanceof TextValues values && isPresent(values, row)) {
      return values;
    }
    throw misread(row, column, ColumnType.TEXT);
  }

  private boolean isPresent(ColumnValues values, int row) {
    return values.isPresent(checkIndex(row, rows));
  }

  private IllegalStateException misread(int row, int column, ColumnType wanted) {
    boolean isNull = isNull(row, column);
    return new IllegalStateException(
        "Wanted a %s at row %s, column %s, but it holds a %s%s"
            .formatted(
                wanted.label(),
                row,
                schema.column(column).name(),
                schema.column(column).type().label(),
                isNull ? " that is null" : ""));
  }

  ColumnValues values(int column) {
    return columns[column];
  }

  void setRows(int rows) {
    this.rows = rows;
  }
}
