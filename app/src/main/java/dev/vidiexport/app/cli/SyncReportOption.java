package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ProjectFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

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
    new ProtectedFiles(console, problems).check(OPTION, report, tokenFile, "--token-file");
    project.ifPresent(
        known -> new SyncFileRules(OPTION, console, problems).check(report, known, tokenFile));
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException invalid) {
      return Optional.empty();
    }
  }
}
