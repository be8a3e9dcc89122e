package dev.vidiexport.sinks.database;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the columns of an export are called in a table. Immutable.
 *
 * @param folded what is the same of names that the database takes for one
 * @param reserved folded names that the database keeps for itself
 */
public record WrittenNames(UnaryOperator<String> folded, Set<String> reserved) {
  /** The reserved names are copied. */
  public WrittenNames {
    reserved = Set.copyOf(reserved);
  }

  /**
   * The names as received, but for what a database cannot hold: an empty name and NUL become {@code
   * _}, and a name that is taken, by an earlier column or by the database, gets {@code _2}, {@code
   * _3} …
   */
  public List<String> of(Schema schema) {
    List<String> written = new ArrayList<>();
    Set<String> taken = new HashSet<>(reserved);
    for (Column column : schema.columns()) {
      String name = column.name().isEmpty() ? "_" : column.name().replace('\0', '_');
      String free = name;
      for (int number = 2; !taken.add(folded.apply(free)); number++) {
        free = name + "_" + number;
      }
      written.add(free);
    }
    return written;
  }
}
