package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

/** A project file, and what of it a command is about. Immutable. */
public record ChosenProject(ProjectFile project, HistorySelection selection) {
  public ChosenProject {
    requireNonNull(project, "project must not be null");
    requireNonNull(selection, "selection must not be null");
  }
}
