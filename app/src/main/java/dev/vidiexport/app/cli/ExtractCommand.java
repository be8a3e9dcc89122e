package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.export.ChosenOutput;
import dev.vidiexport.app.history.ExtractJob;
import dev.vidiexport.app.history.ExtractOrder;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.ProjectConnection;
import dev.vidiexport.app.project.ProjectFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Takes rows out of a history. */
@CommandLine.Command(
    name = "extract",
    description = "Writes rows of a history to one output, from what a sync has kept.",
    footer = {
      "",
      "It calls nobody, and takes exactly one --export. Windows that touch the days come whole.",
      "",
      "Example, with a project file in the current folder:",
      "  ${sys:vidiexport.command:-vidiexport} extract --export viewers_hourly --start 2024-03-01 \\",
      "    --end 2024-03-31 -o march.csv"
    })
final class ExtractCommand implements Command {
  private final Console console;

  @Mixin private final ProjectOptions project = new ProjectOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    SinkRegistry sinks = common.sinks(console, problems);
    project.requireOneExport(problems);
    Optional<ChosenProject> chosen = project.read(console, sinks, problems);
    Optional<ChosenOutput> to = output.read(sinks, problems);
    to.ifPresent(checked -> check(checked, chosen, problems));
    problems.throwIfAny();
    return new ExtractJob(
            new ExtractOrder(chosen.orElseThrow(), to.orElseThrow(), ProgramVersion.current()),
            console,
            messages)
        .run();
  }

  private void check(
      ChosenOutput to, Optional<ChosenProject> chosen, CommandLineProblems problems) {
    if (to.isStandardOutput()) {
      chosen
          .filter(project -> project.selection().json())
          .ifPresent(both -> problems.add("--json and --output - both write to standard output."));
      return;
    }
    new ProtectedFiles(console, problems)
        .check(
            "--output",
            to.fileName(),
            chosen
                .map(ChosenProject::project)
                .map(ProjectFile::connection)
                .flatMap(ProjectConnection::tokenFile),
            "token_file in the project file");
    Optional<Path> file = OutputReader.path(to.fileName());
    if (chosen.isPresent() && file.isPresent()) {
      new ProjectOutputRules(chosen.get().project(), problems).check("--output", file.get());
    }
  }
}
