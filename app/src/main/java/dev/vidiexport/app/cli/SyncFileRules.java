package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.TokenSource;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.project.ProjectFile;
import java.nio.file.Path;
import java.util.Optional;

/** What a file that a sync writes beside a history must not be. */
final class SyncFileRules {
  private final String option;
  private final Console console;
  private final CommandLineProblems problems;

  /**
   * The rules.
   *
   * @param option names the file
   */
  SyncFileRules(String option, Console console, CommandLineProblems problems) {
    this.option = option;
    this.console = console;
    this.problems = problems;
  }

  /**
   * Notes which rule a file breaks.
   *
   * @param written the file, a valid path
   * @param tokenFile as the command line has it; empty where it has none
   */
  void check(String written, ProjectFile project, Optional<String> tokenFile) {
    if (tokenFile.isEmpty()) {
      new ProtectedFiles(console, problems)
          .checkToken(
              option, written, project.connection().tokenFile(), "token_file in the project file");
    }
    if (TokenSource.isKeptIn(project.file().toString(), written)) {
      problems.add(
          "%s must not replace the project file, but was \"%s\". Choose another %s."
              .formatted(option, written, option));
      return;
    }
    project
        .target()
        .standingAt(Path.of(written))
        .ifPresent(
            standing ->
                problems.add(
                    "%s must not be %s, but was \"%s\". Choose another %s."
                        .formatted(option, place(project, standing), written, option)));
  }

  private static String place(ProjectFile project, String standing) {
    return project.target() instanceof HistoryTarget.Folder folder
        ? "in the target of the history, which is \"%s\"".formatted(folder.path())
        : standing;
  }
}
