package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.ColumnType;

/**
 * A column of a history, as its first file fixed it. Immutable.
 *
 * @param number its number for ever, from 1 on in the order in which the ledger first knew them
 * @param received the key as VidiCenter sends it
 * @param name its name in files; another one where {@code received} is that of the partition
 */
public record NumberedColumn(int number, String received, String name, ColumnType type) {
  public NumberedColumn {
    requireNonNull(received, "received must not be null");
    requireNonNull(name, "name must not be null");
    requireNonNull(type, "type must not be null");
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1, but was " + number);
    }
  }

  /** Whether the other is the same column, whatever its type is. */
  boolean isSameColumnAs(NumberedColumn other) {
    return number == other.number && received.equals(other.received) && name.equals(other.name);
  }

  /** Whether the two cannot be columns of the same export. */
  boolean isInTheWayOf(NumberedColumn other) {
    return number == other.number || received.equals(other.received) || name.equals(other.name);
  }
}
