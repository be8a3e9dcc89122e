package dev.vidiexport.app.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.export.ChosenOutput;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.domain.history.HistoryExport;

/**
 * What a valid {@code extract} asks for. Immutable.
 *
 * @param chosen one export of a project
 * @param output where its rows go
 * @param programVersion the version of this program
 */
public record ExtractOrder(ChosenProject chosen, ChosenOutput output, String programVersion) {
  public ExtractOrder {
    requireNonNull(output, "output must not be null");
    requireNonNull(programVersion, "programVersion must not be null");
    if (chosen.histories().size() != 1) {
      throw new IllegalArgumentException(
          "chosen must be one export, but was " + chosen.histories().size());
    }
  }

  /** The export. */
  HistoryExport export() {
    return chosen.histories().get(0);
  }
}
