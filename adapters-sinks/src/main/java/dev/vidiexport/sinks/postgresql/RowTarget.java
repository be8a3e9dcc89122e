package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.QuotedName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where rows go: a table that is ready for them. Immutable.
 *
 * @param quotedTable the table, with its schema
 * @param fits for each column of the rows, in their order, the one that takes it
 */
record RowTarget(String quotedTable, List<ColumnFit> fits) {
  RowTarget {
    fits = List.copyOf(fits);
  }

  /** The statement that takes the rows. */
  String copyStatement() {
    return "COPY %s (%s) FROM STDIN WITH (FORMAT text)"
        .formatted(
            quotedTable,
            fits.stream().map(fit -> QuotedName.of(fit.name())).collect(Collectors.joining(", ")));
  }
}
