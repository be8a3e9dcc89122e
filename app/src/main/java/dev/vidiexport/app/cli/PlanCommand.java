package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.history.PlanJob;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.ProjectFile;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a sync would do. */
@CommandLine.Command(
    name = "plan",
    description = "Says what a sync would ask for now, how many calls that takes, and how long.",
    footer = {
      "",
      "It asks VidiCenter for its lists of sites and locations alone, which are 5 calls.",
      "",
      "Example, with a project file in the current folder:",
      "  ${sys:vidiexport.command:-vidiexport} plan --export viewers_hourly --start 2024-03-01"
    })
final class PlanCommand implements Command {
  private final Console console;

  @Mixin private final ProjectOptions project = new ProjectOptions();

  @Option(names = "--offline", description = "Call nobody: go by what was seen last.")
  private boolean offline;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ShortTimeoutOption timeout = new ShortTimeoutOption();

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    Optional<ChosenProject> chosen =
        project.read(console, common.sinks(console, problems), problems);
    Optional<Duration> limit = timeout.read(problems);
    Optional<ServiceLimits> limits = connection.limits(console, problems);
    Optional<SessionSettings> session =
        offline
            ? Optional.empty()
            : connection.settings(
                ConnectionFallback.of(
                    chosen.map(ChosenProject::project).map(ProjectFile::connection)),
                limit,
                console,
                problems);
    problems.throwIfAny();
    return new PlanJob(
            chosen.orElseThrow(),
            session,
            limits.orElseThrow(),
            limit.orElseThrow(),
            console,
            messages)
        .run();
  }
}
