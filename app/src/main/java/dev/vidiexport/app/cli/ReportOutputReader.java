package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.ProjectConnection;
import dev.vidiexport.app.project.ProjectFile;
import dev.vidiexport.app.report.ReportOrder;
import dev.vidiexport.app.report.ReportOutput;
import dev.vidiexport.app.staging.AtomicFile;
import dev.vidiexport.domain.reporting.RowFileInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads where a report goes, and notes all that is wrong with it. */
final class ReportOutputReader {
  private final ReportOptions options;
  private final Console console;
  private final CommandLineProblems problems;

  ReportOutputReader(ReportOptions options, Console console, CommandLineProblems problems) {
    this.options = options;
    this.console = console;
    this.problems = problems;
  }

  /**
   * The output; empty where anything about it is wrong.
   *
   * @param source whose files no report may replace; empty where it could not be read
   */
  Optional<ReportOutput> read(Optional<ReportOrder.Source> source, SinkRegistry sinks) {
    int before = problems.all().size();
    String page = options.output;
    if (page == null || page.isEmpty() || page.equals(FormatChoice.STANDARD_OUTPUT)) {
      if (page != null || !problems.isMisspelt("--output")) {
        problems.add("--output must name a file, such as audience.html.");
      }
    } else {
      requireNameOfPage(page, sinks);
      check("--output", page, source);
    }
    String workbook = options.xlsx;
    if (workbook != null) {
      if (!workbook.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
        problems.add(
            "--xlsx must name a file that ends with .xlsx, but was \"%s\".".formatted(workbook));
      }
      check("--xlsx", workbook, source);
    }
    return problems.all().size() > before || page == null
        ? Optional.empty()
        : Optional.of(new ReportOutput(page, Optional.ofNullable(workbook), options.overwrite));
  }

  private void requireNameOfPage(String page, SinkRegistry sinks) {
    List<String> formats =
        OutputReader.path(page)
            .map(path -> sinks.matching(String.valueOf(path.getFileName())))
            .orElse(List.of())
            .stream()
            .map(match -> match.sink().format())
            .toList();
    if (!formats.isEmpty() && !formats.contains("html")) {
      problems.add(
          "The name \"%s\" promises %s, but a report is a page. Choose another --output, such as"
                  .formatted(page, formats.get(0))
              + " audience.html.");
    }
  }

  private void check(String option, String written, Optional<ReportOrder.Source> source) {
    Optional<Path> file =
        OutputReader.path(option, written, problems).map(ReportOutputReader::absolute);
    if (file.isEmpty() || source.isEmpty()) {
      return;
    }
    if (source.get() instanceof ReportOrder.Source.RowFiles rows) {
      rows.inputs().stream()
          .map(RowFileInput::file)
          .filter(
              input ->
                  absolute(input).equals(file.get())
                      || AtomicFile.of(written).isNamedBy(input.toString()))
          .forEach(input -> problems.add("%s must not be one of the files.".formatted(option)));
      protect(option, written, Optional.empty());
    } else if (source.get() instanceof ReportOrder.Source.History history) {
      ChosenProject chosen = history.chosen();
      protect(option, written, Optional.of(chosen.project()));
      new ProjectOutputRules(chosen.project(), problems).check(option, file.get());
    }
  }

  private void protect(String option, String written, Optional<ProjectFile> project) {
    new ProtectedFiles(console, problems)
        .check(
            option,
            written,
            project.map(ProjectFile::connection).flatMap(ProjectConnection::tokenFile),
            "token_file in the project file");
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
