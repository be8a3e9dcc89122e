package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.arguments.TokenSource;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where the report on a sync goes, or tells why it must not go there. */
final class SyncReportOption {
  private static final String OPTION = "--report";

  private final Console console;
  private final SinkRegistry sinks;
  private final CommandLineProblems problems;

  SyncReportOption(Console console, SinkRegistry sinks, CommandLineProblems problems) {
    this.console = console;
    this.sinks = sinks;
    this.problems = problems;
  }

  /**
   * Notes all that is wrong with it.
   *
   * @param report as the user wrote it
   * @param project empty where it is not good, so that nobody knows what it must not replace
   * @param tokenFile as the command line has it; empty where it has none
   */
  void check(String report, Optional<ProjectFile> project, Optional<String> tokenFile) {
    if (report.equals(FormatChoice.STANDARD_OUTPUT)) {
      problems.add(
          "--report must name a file, but was \"-\": standard output is only for data. Write ./-"
              + " for a file of that name.");
      return;
    }
    Optional<Path> path = path(report);
    if (path.isEmpty()) {
      problems.add(
          ("--report must be a path that is valid on this system, but was \"%s\". If it has"
                  + " characters beyond ASCII, set LC_ALL=C.UTF-8.")
              .formatted(report));
      return;
    }
    problems.require(() -> FormatChoice.requireNameOfReport(sinks, report));
    ProtectedFiles files = new ProtectedFiles(console, problems);
    files.check(OPTION, report, tokenFile, "--token-file");
    project.ifPresent(
        known -> {
          if (tokenFile.isEmpty()) {
            files.checkToken(
                OPTION, report, known.connection().tokenFile(), "token_file in the project file");
          }
          check(report, path.get(), known);
        });
  }

  private void check(String report, Path path, ProjectFile project) {
    if (TokenSource.isKeptIn(project.file().toString(), report)) {
      problems.add(
          "--report must not replace the project file, but was \"%s\". Choose another --report."
              .formatted(report));
    } else if (real(path).startsWith(real(project.target()))) {
      problems.add(
          ("--report must not be in the target of the history, which is \"%s\", but was \"%s\"."
                  + " Choose another --report.")
              .formatted(project.target(), report));
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException invalid) {
      return Optional.empty();
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
