package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.history.StatusJob;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.domain.status.StatusLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how a history stands. */
@CommandLine.Command(
    name = "status",
    description = "Says what a history has, how current and how complete it is. Calls nobody.",
    footer = {
      "",
      "Coverage is how many of the periods that there must be were measured.",
      "",
      "Example, with a project file in the current folder:",
      "  ${sys:vidiexport.command:-vidiexport} status --fail-under-coverage 95 --fail-if-behind 2d"
    })
final class StatusCommand implements Command {
  private final Console console;

  @Mixin private final ProjectOptions project = new ProjectOptions();

  @Option(
      names = "--fail-under-coverage",
      paramLabel = "PERCENT",
      description = "End with 11 when less of an export was measured.")
  private @Nullable String failUnderCoverage;

  @Option(
      names = "--fail-if-behind",
      paramLabel = "DURATION",
      description = "End with 11 when something has been missing for longer, such as 2d.")
  private @Nullable String failIfBehind;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    Optional<ChosenProject> chosen =
        project.read(console, common.sinks(console, problems), problems);
    Optional<BigDecimal> coverage =
        Optional.ofNullable(failUnderCoverage)
            .flatMap(
                text ->
                    problems.read("--fail-under-coverage", () -> StatusLimitReader.percent(text)));
    Optional<Duration> behind =
        Optional.ofNullable(failIfBehind)
            .flatMap(
                text -> problems.read("--fail-if-behind", () -> StatusLimitReader.duration(text)));
    problems.throwIfAny();
    return new StatusJob(
            chosen.orElseThrow(),
            new StatusLimits(coverage, behind),
            HelpColours.areShown(console),
            console,
            messages)
        .run();
  }
}
