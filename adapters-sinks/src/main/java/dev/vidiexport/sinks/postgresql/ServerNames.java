package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.sinks.database.QuotedName;
import dev.vidiexport.sinks.database.WrittenNames;
import dev.vidiexport.spi.RowsRefusedException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which names PostgreSQL keeps, and of how many columns. */
final class ServerNames {
  /** Longer ones the server would cut, and two could become one. */
  static final int LONGEST_BYTES = 63;

  private static final int MOST_COLUMNS = 1600;

  /** Columns that every table has: "System Columns" in PostgreSQL's documentation. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private ServerNames() {}

  /** Whether a name would be cut. */
  static boolean isTooLong(String name) {
    return name.getBytes(UTF_8).length > LONGEST_BYTES;
  }

  /**
   * What columns are called in a table that is written for something.
   *
   * @param own columns that the table has of its own beside them
   * @throws RowsRefusedException when no table can have such columns
   */
  static List<String> ofColumns(Schema rows, TableUse use, String... own)
      throws RowsRefusedException {
    List<String> names = wantedForColumns(rows, own);
    int most = MOST_COLUMNS - own.length;
    if (names.size() > most) {
      throw new RowsRefusedException(
          "a table of PostgreSQL has at most %s columns%s, and the export has %s%s"
              .formatted(most, beside(own), names.size(), use.otherFormat()));
    }
    for (String name : names) {
      if (isTooLong(name)) {
        throw new RowsRefusedException(
            "the column %s has a name of more than %s bytes, which is all that PostgreSQL keeps%s"
                .formatted(QuotedName.of(name), LONGEST_BYTES, use.otherFormat()));
      }
    }
    return names;
  }

  /** The same names, without a look at whether a table can have them. */
  static List<String> wantedForColumns(Schema rows, String... own) {
    Set<String> reserved =
        Stream.concat(SYSTEM_COLUMNS.stream(), Stream.of(own))
            .collect(Collectors.toUnmodifiableSet());
    return new WrittenNames(UnaryOperator.identity(), reserved).of(rows);
  }

  private static String beside(String... own) {
    return own.length == 0
        ? ""
        : Stream.of(own).map(QuotedName::of).collect(Collectors.joining(", ", " beside ", ""));
  }
}
