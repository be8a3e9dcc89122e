package dev.vidiexport.domain.table;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table. Immutable.
 *
 * @param name the key as VidiCenter sent it, character for character; may be empty
 * @param type what its values are
 */
public record Column(String name, ColumnType type) {
  public Column {
    requireNonNull(name, "name must not be null");
    requireNonNull(type, "type must not be null");
  }
}
