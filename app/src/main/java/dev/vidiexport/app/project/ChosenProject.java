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

  /** The exports of the file that it is not about, in its order. */
  public List<HistoryExport> otherHistories() {
    return project.exports().stream()
        .map(ProjectExport::history)
        .filter(history -> !histories().contains(history))
        .toList();
  }

  /** The exports that it is about, in the order of the file; at least one. */
  public List<HistoryExport> histories() {
    return selection.exports().stream().map(ProjectExport::history).toList();
  }
}
