package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.project.ProjectFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an output of rows or of a report must not be: what the history is kept in is a sync's alone,
 * and the project file is the user's.
 */
final class ProjectOutputRules {
  private final ProjectFile project;
  private final CommandLineProblems problems;

  ProjectOutputRules(ProjectFile project, CommandLineProblems problems) {
    this.project = project;
    this.problems = problems;
  }

  /**
   * Notes which rule a file breaks.
   *
   * @param option names the file
   */
  void check(String option, Path file) {
    Optional<String> standing = project.target().standingAt(file);
    if (standing.isPresent()) {
      problems.add(
          "%s must not be %s. Choose another %s.".formatted(option, standing.get(), option));
    } else if (file.toAbsolutePath().normalize().equals(project.file().normalize())) {
      problems.add("%s must not be the project file. Choose another %s.".formatted(option, option));
    }
  }
}
