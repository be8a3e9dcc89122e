package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.domain.history.HistoryExport;

/**
 * An export of a project file, and what its files are written with. Immutable.
 *
 * @param sink its format, with options that have been checked
 * @param extension of its files, without the first dot: {@code parquet}, {@code csv.gz}
 */
public record ProjectExport(HistoryExport history, ChosenSink sink, String extension) {
  public ProjectExport {
    requireNonNull(history, "history must not be null");
    requireNonNull(sink, "sink must not be null");
    requireNonNull(extension, "extension must not be null");
  }

  /** What it is called. */
  public String name() {
    return history.name();
  }
}
