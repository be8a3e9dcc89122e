package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.coverage.ColumnChange;

/**
 * A change of the keys that VidiCenter sends, which nobody was told of before. Immutable.
 *
 * @param export the name of the export whose rows show it
 */
public record ColumnNews(String export, ColumnChange change) {
  public ColumnNews {
    requireNonNull(export, "export must not be null");
    requireNonNull(change, "change must not be null");
  }
}
