package dev.vidiexport.sinks.database;

import dev.vidiexport.domain.table.Column;

/** A column of a table that exists, as far as rows meet it. */
public interface TableColumn {
  /** Its name, as the table has it. */
  String name();

  /** Its type, as the database writes it; may be empty. */
  String declared();

  /** Whether every row must bring a value for it. */
  boolean needsValue();

  /** Whether rows may bring values for it. */
  boolean isWritable();

  /** Whether it keeps the values of a column as they are, or refuses them. */
  boolean keeps(Column column);
}
