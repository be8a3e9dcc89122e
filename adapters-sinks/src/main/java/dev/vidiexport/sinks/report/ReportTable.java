package dev.vidiexport.sinks.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table of a report. Immutable.
 *
 * @param word what it is called, in every language
 * @param rows each with as many cells as there are columns
 */
public record ReportTable(String word, List<TableColumn> columns, List<List<TableCell>> rows) {
  public ReportTable {
    requireNonNull(word, "word must not be null");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<TableCell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of %s must have %s cells, but had %s"
                .formatted(word, columns.size(), row.size()));
      }
    }
  }

  /** How many cells it has below its header. */
  public int cells() {
    return rows.size() * columns.size();
  }
}
