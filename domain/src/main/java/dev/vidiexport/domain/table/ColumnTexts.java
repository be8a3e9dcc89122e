package dev.vidiexport.domain.table;

/**
 * The texts of one column of a batch where they lie, for whoever looks at every one of them: much
 * less work than to have each copied. Valid as long as the batch is; nothing of it may be changed.
 */
public final class ColumnTexts {
  private final TextValues values;

  private ColumnTexts(TextValues values) {
    this.values = values;
  }

  /**
   * The texts of a column.
   *
   * @param column one of type {@link ColumnType#TEXT} or {@link ColumnType#NESTED}
   * @throws IllegalArgumentException when the column is of another type
   */
  public static ColumnTexts of(RowBatch batch, int column) {
    if (batch.values(column) instanceof TextValues texts) {
      return new ColumnTexts(texts);
    }
    throw new IllegalArgumentException(
        "column must hold texts, but holds " + batch.values(column).type().label());
  }

  /** Whether a row has a text. */
  public boolean isPresent(int row) {
    return values.isPresent(row);
  }

  /** The array that holds the texts of all rows as UTF-8. */
  public byte[] bytes() {
    return values.bytes();
  }

  /** Where the text of a row begins. */
  public int begin(int row) {
    return values.begin(row);
  }

  /** How many bytes the text of a row has. */
  public int length(int row) {
    return values.length(row);
  }
}
