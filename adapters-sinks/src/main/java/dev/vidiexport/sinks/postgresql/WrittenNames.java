package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the columns of an export are called in a table. */
final class WrittenNames {
  /** Columns that every table has: "System Columns" in PostgreSQL's documentation. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private WrittenNames() {}

  /**
   * The names as received, but for what PostgreSQL cannot hold: an empty name and NUL become {@code
   * _}, and a name that is taken, by an earlier column or by the system, gets {@code _2}, {@code
   * _3} ….
   */
  static List<String> of(Schema schema) {
    List<String> written = new ArrayList<>();
    Set<String> taken = new HashSet<>(SYSTEM_COLUMNS);
    for (Column column : schema.columns()) {
      String name = column.name().isEmpty() ? "_" : column.name().replace('\0', '_');
      String free = name;
      for (int number = 2; !taken.add(free); number++) {
        free = name + "_" + number;
      }
      written.add(free);
    }
    return written;
  }
}
