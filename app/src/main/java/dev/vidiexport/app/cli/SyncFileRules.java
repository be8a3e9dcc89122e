package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.TokenSource;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    } else if (real(Path.of(written)).startsWith(real(project.target()))) {
      problems.add(
          ("%s must not be in the target of the history, which is \"%s\", but was \"%s\"."
                  + " Choose another %s.")
              .formatted(option, project.target(), written, option));
    }
  }

  /** Where a path leads, as far as there is something. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    @Nullable Path parent = absolute.getParent();
    if (Files.exists(absolute) || parent == null) {
      try {
        return absolute.toRealPath();
      } catch (IOException unreadable) {
        return absolute; // Whoever writes there says what is wrong with it.
      }
    }
    return real(parent).resolve(absolute.getFileName());
  }
}
