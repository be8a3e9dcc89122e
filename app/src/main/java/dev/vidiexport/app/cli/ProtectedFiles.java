package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.TokenSource;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.limits.StateFolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What this program and its user need, and no command may replace, whatever it is told. */
final class ProtectedFiles {
  private final Console console;
  private final CommandLineProblems problems;

  ProtectedFiles(Console console, CommandLineProblems problems) {
    this.console = console;
    this.problems = problems;
  }

  /**
   * Notes a problem for each protected file that an option would have replaced.
   *
   * @param option the option that names a file to write
   * @param written the file
   * @param tokenFile the file with the token; empty where the token is from elsewhere
   * @param tokenName what the user knows {@code tokenFile} by
   */
  void check(String option, String written, Optional<String> tokenFile, String tokenName) {
    checkToken(option, written, tokenFile, tokenName);
    if (path(written).filter(file -> StateFolder.isKeptIn(file, console)).isPresent()) {
      problems.add(
          "%s must not be one of the files in which runs share the service's limits. Choose another"
                  .formatted(option)
              + " %s.".formatted(option));
    }
  }

  /** The same of the file with the token alone. */
  void checkToken(String option, String written, Optional<String> tokenFile, String tokenName) {
    if (tokenFile.filter(token -> TokenSource.isKeptIn(token, written)).isPresent()) {
      problems.add(
          "%s and %s lead to the same file. Choose another %s."
              .formatted(option, tokenName, option));
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException invalid) {
      return Optional.empty();
    }
  }
}
