package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.sinks.database.TableColumn;

/**
 * A column of a table that exists. Immutable.
 *
 * @param name as the table writes it
 * @param declared its declared type; may be empty
 * @param affinity what becomes of values in it
 * @param needsValue whether every row must bring a value for it
 * @param generated whether the table works it out by itself
 * @param numbersRows whether it is SQLite's own number of the row, which is never null
 */
record ExistingColumn(
    String name,
    String declared,
    Affinity affinity,
    boolean needsValue,
    boolean generated,
    boolean numbersRows)
    implements TableColumn {
  @Override
  public boolean isWritable() {
    return !generated;
  }

  @Override
  public boolean keeps(Column column) {
    return affinity.keeps(column);
  }
}
