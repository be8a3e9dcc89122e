package dev.vidiexport.domain.table;

/**
 * Puts further columns behind those of batches, whose values it shares: nothing of them is copied.
 * Used again and again, for one batch at a time. Not thread-safe.
 *
 * <p>Added columns are counted from 0, and rows as in the batch. A row that is given no value is
 * null there. Every method that puts a value is for columns of the type that it names alone, throws
 * {@link IllegalArgumentException} for another one, and {@link IndexOutOfBoundsException} for a row
 * or column that is not there.
 */
public final class BatchExtension {
  private final ColumnValues[] columns;
  private final int received;
  private final TextBytes texts = new TextBytes();
  private final RowBatch extended;
  private int room = RowBatchBuilder.FIRST_ROOM;

  /**
   * Makes room for the values of some columns.
   *
   * @param schema those of the batches, then those that are added
   * @param received how many of them the batches have; at least 1
   */
  public BatchExtension(Schema schema, int received) {
    this.received = received;
    columns = new ColumnValues[schema.size()];
    for (int column = received; column < columns.length; column++) {
      columns[column] = ColumnValues.of(schema.column(column).type(), room, texts);
    }
    extended = new RowBatch(schema, columns);
  }

  /**
   * Forgets the values of the batch before, and begins with another one.
   *
   * @param batch has the columns that are not added; what is put in later belongs to its rows
   */
  public void begin(RowBatch batch) {
    int rowsBefore = extended.rows();
    for (int column = received; column < columns.length; column++) {
      columns[column].clear(rowsBefore);
    }
    texts.clear();
    makeRoom(batch.rows());
    for (int column = 0; column < received; column++) {
      columns[column] = batch.values(column);
    }
    extended.setRows(batch.rows());
  }

  private void makeRoom(int rows) {
    if (rows > room) {
      room = rows;
      for (int column = received; column < columns.length; column++) {
        columns[column].grow(room);
      }
    }
  }

  /** Puts a value into a {@link ColumnType#WHOLE} column; any value will do. */
  public void putLong(int row, int column, long value) {
    if (added(column) instanceof WholeValues values) {
      values.store(row, value);
    } else {
      throw misput(column, ColumnType.WHOLE);
    }
  }

  /** Puts a value into a {@link ColumnType#DECIMAL} column; one that is not finite, too. */
  public void putDouble(int row, int column, double value) {
    if (added(column) instanceof DecimalValues values) {
      values.store(row, value);
    } else {
      throw misput(column, ColumnType.DECIMAL);
    }
  }

  /** Puts a value into a {@link ColumnType#BOOLEAN} column. */
  public void putBoolean(int row, int column, boolean value) {
    if (added(column) instanceof BooleanValues values) {
      values.store(row, value);
    } else {
      throw misput(column, ColumnType.BOOLEAN);
    }
  }

  /**
   * Puts a date and time into a {@link ColumnType#TIMESTAMP} column.
   *
   * @param micros microseconds since 1970-01-01T00:00; from the year 1 to 9999
   * @throws IllegalArgumentException also when the value is of another year
   */
  public void putTimestampMicros(int row, int column, long micros) {
    if (added(column) instanceof TimestampValues values) {
      values.store(row, micros);
    } else {
      throw misput(column, ColumnType.TIMESTAMP);
    }
  }

  /**
   * Puts a text into a {@link ColumnType#TEXT} column, as one that is quoted.
   *
   * @param utf8 holds proper UTF-8 in the range given, which is not checked; copied
   */
  public void putText(int row, int column, byte[] utf8, int offset, int length) {
    texts(column).store(row, utf8, offset, length, true);
  }

  /**
   * Puts the text that another row of this batch has into a {@link ColumnType#TEXT} column, without
   * holding it twice: so the memory of a batch does not grow with how often a long text is in it.
   *
   * @param other was given a text in that column before
   */
  public void putTextOf(int row, int column, int other) {
    texts(column).storeAgain(row, other);
  }

  private TextValues texts(int column) {
    if (added(column) instanceof TextValues values && values.type() == ColumnType.TEXT) {
      return values;
    }
    throw misput(column, ColumnType.TEXT);
  }

  private ColumnValues added(int column) {
    return columns[received + column];
  }

  private IllegalArgumentException misput(int column, ColumnType given) {
    Column target = extended.schema().column(received + column);
    return new IllegalArgumentException(
        "Column %s takes %s values, but was given a %s"
            .formatted(target.name(), target.type().label(), given.label()));
  }

  /** The rows of the batch with all columns; the same object always, valid as long as the batch. */
  public RowBatch batch() {
    return extended;
  }
}
