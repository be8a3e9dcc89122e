package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * A project file, all of whose rules hold. Immutable.
 *
 * @param file where it is, absolute
 * @param target what the history is kept in
 * @param exports at least one, in the order of the file
 */
public record ProjectFile(
    Path file, HistoryTarget target, ProjectConnection connection, List<ProjectExport> exports) {
  public ProjectFile {
    requireNonNull(file, "file must not be null");
    requireNonNull(target, "target must not be null");
    requireNonNull(connection, "connection must not be null");
    exports = List.copyOf(exports);
    if (exports.isEmpty()) {
      throw new IllegalArgumentException("exports must not be empty");
    }
  }
}
