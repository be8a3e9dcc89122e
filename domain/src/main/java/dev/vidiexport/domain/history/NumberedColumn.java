package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * A column of a history, as its first file fixed it. Immutable.
 *
 * <p>A column that this program added is no part of what VidiCenter sent: not of the fingerprint of
 * rows, nor of what is counted in them. VidiCenter may send a key of that name all the same, which
 * is another column.
 *
 * @param number its number for ever, from 1 on in the order in which the ledger first knew them
 * @param received the key as VidiCenter sends it; of an added column what this program calls it
 * @param name its name in files; another one where {@code received} is taken there
 * @param meaning what its values are beyond their type, which it fits
 * @param added whether this program added it; else VidiCenter sent it
 */
public record NumberedColumn(
    int number,
    String received,
    String name,
    ColumnType type,
    ColumnMeaning meaning,
    boolean added) {
  public NumberedColumn {
    requireNonNull(received, "received must not be null");
    requireNonNull(name, "name must not be null");
    requireNonNull(type, "type must not be null");
    requireNonNull(meaning, "meaning must not be null");
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1, but was " + number);
    }
    if (!meaning.fits(type)) {
      throw new IllegalArgumentException(
          "meaning must fit the type %s, but was %s".formatted(type, meaning));
    }
  }

  /** A column that VidiCenter sends, whose values are what their type says. */
  public NumberedColumn(int number, String received, String name, ColumnType type) {
    this(number, received, name, type, ColumnMeaning.PLAIN, false);
  }

  /**
   * Where the column stands that VidiCenter sends under a key; -1 where none is. Columns that were
   * added are passed over.
   */
  public static int indexOf(List<NumberedColumn> columns, String key) {
    for (int index = 0; index < columns.size(); index++) {
      NumberedColumn column = columns.get(index);
      if (!column.added && column.received.equals(key)) {
        return index;
      }
    }
    return -1;
  }

  /** The key as VidiCenter sends it; empty where this program added the column. */
  public Optional<String> key() {
    return added ? Optional.empty() : Optional.of(received);
  }

  /** The column as batches have it: by its name in files. */
  public Column inFiles() {
    return new Column(name, type, meaning);
  }

  /** Whether the other is the same column, whatever its values are. */
  boolean isSameColumnAs(NumberedColumn other) {
    return number == other.number
        && added == other.added
        && received.equals(other.received)
        && name.equals(other.name);
  }

  /** Whether the two cannot be columns of the same export. */
  boolean isInTheWayOf(NumberedColumn other) {
    return number == other.number
        || name.equals(other.name)
        || (added == other.added && received.equals(other.received));
  }
}
