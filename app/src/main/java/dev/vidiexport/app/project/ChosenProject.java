package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.HistoryExport;
import java.util.List;

/** A project file, and what of it a command is about. Immutable. */
public record ChosenProject(ProjectFile project, HistorySelection selection) {
  public ChosenProject {
    requireNonNull(project, "project must not be null");
    requireNonNull(selection, "selection must not be null");
  }

  /** The exports that it is about, in the order of the file; at least one. */
  public List<HistoryExport> histories() {
    return selection.exports().stream().map(ProjectExport::history).toList();
  }
}
