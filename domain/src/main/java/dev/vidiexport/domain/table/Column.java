package dev.vidiexport.domain.table;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Immutable.
 *
 * @param name the key as VidiCenter sent it, character for character; may be empty. Another one in
 *     files of a history, where that is the name of its partition
 * @param type what its values are
 */
public record Column(String name, ColumnType type) {
  public Column {
    requireNonNull(name, "name must not be null");
    requireNonNull(type, "type must not be null");
  }

  /** As every record has it, but without the classes that the JVM makes for that at every start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Column column && name.equals(column.name) && type == column.type;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + type.hashCode();
  }
}
