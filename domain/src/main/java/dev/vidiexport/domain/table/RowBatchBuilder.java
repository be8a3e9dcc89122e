package dev.vidiexport.domain.table;

/**
 * Fills a batch, row by row, with values as JSON wrote them; used again and again after {@link
 * #clear}. Not thread-safe: one thread at a time, with a happens-before edge between two.
 */
public final class RowBatchBuilder {
  /** No batch holds more rows; one with many columns holds fewer. */
  public static final int MAX_ROWS = 4096;

  private static final int MAX_CELLS = 128 * 1024;

  /** A batch takes no more rows once its texts hold this many bytes. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  private final RowBatch batch;
  private final ColumnValues[] columns;
  private final int maxRows;
  private final ValueScanner scanner = new ValueScanner();
  private final TextBytes texts = new TextBytes();

  public RowBatchBuilder(Schema schema) {
    maxRows = Math.max(1, Math.min(MAX_ROWS, MAX_CELLS / schema.size()));
    columns = new ColumnValues[schema.size()];
    for (int index = 0; index < columns.length; index++) {
      columns[index] = ColumnValues.of(schema.column(index).type(), maxRows, texts);
    }
    this.batch = new RowBatch(schema, columns);
  }

  /**
   * One value of the current row; a column that gets none is null there.
   *
   * @throws IllegalArgumentException when the column's type does not take the value
   * @throws NotUnicodeException when a text is not Unicode
   */
  public void put(int column, ValueKind kind, String characters) {
    Column target = batch.schema().column(column);
    byte[] utf8 = Utf8.bytes(characters);
    scanner.scan(kind, utf8, 0, utf8.length, target.type());
    if (!put(column, scanner)) {
      throw new IllegalArgumentException(
          "Column %s takes %s values, but was given %s"
              .formatted(target.name(), target.type().label(), characters));
    }
  }

  /**
   * One value of the current row.
   *
   * @return whether the column's type takes the value; if not, nothing was put
   */
  boolean put(int column, ValueScanner value) {
    return columns[column].put(batch.rows(), value);
  }

  /** The current row is complete. */
  public void endRow() {
    batch.setRows(batch.rows() + 1);
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
