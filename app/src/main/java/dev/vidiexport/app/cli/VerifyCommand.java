package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.history.VerifyJob;
import dev.vidiexport.app.history.VerifyOrder;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.domain.verify.HistoryPart;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares what a history has with its ledger. */
@CommandLine.Command(
    name = "verify",
    description = "Compares all that a history has with its ledger. Never asks VidiCenter.",
    footer = {
      "",
      "It ends with 11 when anything differs. It may run beside a sync; with --repair it may not.",
      "",
      "Example, with a project file in the current folder:",
      "  ${sys:vidiexport.command:-vidiexport} verify --rows --part 3/7"
    })
final class VerifyCommand implements Command {
  private final Console console;

  @Mixin private final ProjectOptions project = new ProjectOptions();

  @Option(
      names = "--rows",
      description = {
        "Read the rows back, too, of Parquet, JSON, CSV and tables,",
        "and compare their number and fingerprint."
      })
  private boolean rows;

  @Option(
      names = "--part",
      paramLabel = "K/N",
      description = "Look at one of some parts of the files, such as 3/7: another each day.")
  private @Nullable String part;

  @Option(
      names = "--repair",
      description = "Mark as missing what differs, so that sync asks again. Removes nothing.")
  private boolean repair;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    Optional<ChosenProject> chosen =
        project.read(console, common.sinks(console, problems), problems);
    HistoryPart chosenPart =
        Optional.ofNullable(part)
            .flatMap(text -> problems.read("--part", () -> HistoryPart.parse(text)))
            .orElse(HistoryPart.WHOLE);
    problems.throwIfAny();
    return new VerifyJob(
            new VerifyOrder(chosen.orElseThrow(), project.namesExports(), chosenPart, rows, repair),
            console,
            messages)
        .run();
  }
}
