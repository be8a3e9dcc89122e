package dev.vidiexport.domain.table;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Immutable.
 *
 * @param name the key as VidiCenter sent it, character for character; may be empty. Another one in
 *     files of a history, where that is the name of its partition. A column that this program added
 *     has a name of its own
 * @param type what its values are
 * @param meaning what they are beyond that; {@link ColumnMeaning#PLAIN} for all that VidiCenter
 *     sent
 */
public record Column(String name, ColumnType type, ColumnMeaning meaning) {
  public Column {
    requireNonNull(name, "name must not be null");
    requireNonNull(type, "type must not be null");
    requireNonNull(meaning, "meaning must not be null");
    if (!meaning.fits(type)) {
      throw new IllegalArgumentException(
          "meaning must fit the type %s, but was %s".formatted(type, meaning));
    }
  }

  /** A column whose values are what their type says. */
  public Column(String name, ColumnType type) {
    this(name, type, ColumnMeaning.PLAIN);
  }

  /** As every record has it, but without the classes that the JVM makes for that at every start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Column column
        && name.equals(column.name)
        && type == column.type
        && meaning == column.meaning;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + type.hashCode()) + meaning.hashCode();
  }
}
