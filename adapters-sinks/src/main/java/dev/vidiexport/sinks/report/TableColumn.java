package dev.vidiexport.sinks.report;

import static java.util.Objects.requireNonNull;

/**
 * A column of a table. Immutable.
 *
 * @param word what it is called, in every language
 * @param kind what its cells are
 */
public record TableColumn(String word, ColumnKind kind) {
  public TableColumn {
    requireNonNull(word, "word must not be null");
    requireNonNull(kind, "kind must not be null");
  }
}
