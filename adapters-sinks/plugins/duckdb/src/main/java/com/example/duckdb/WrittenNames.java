package com.example.duckdb;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the columns of an export are called in a table. */
final class WrittenNames {
  private WrittenNames() {}

  /**
   * The names as received, but for what DuckDB cannot hold: an empty name and NUL become {@code _},
   * and a name that equals an earlier one ignoring the case of A to Z gets {@code _2}, {@code _3} …
   */
  static List<String> of(Schema schema) {
    List<String> written = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Column column : schema.columns()) {
      String name = column.name().isEmpty() ? "_" : column.name().replace('\0', '_');
      String free = name;
      for (int number = 2; !taken.add(folded(free)); number++) {
        free = name + "_" + number;
      }
      written.add(free);
    }
    return written;
  }

  /** DuckDB takes names for equal that differ in the case of these letters alone. */
  static String folded(String name) {
    return name.chars()
        .map(character -> character >= 'A' && character <= 'Z' ? character + 32 : character)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Whether DuckDB takes two names for one. */
  static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }
}
