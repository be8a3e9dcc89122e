package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.doctor.DoctorJob;
import dev.vidiexport.app.doctor.DoctorOrder;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks what exports and syncs need. */
@CommandLine.Command(
    name = "doctor",
    description = "Checks all that an export or a sync needs, and says what to do. Starts neither.",
    footer = {
      "",
      "It makes six calls. With a project file, it looks at its history, too.",
      "It ends with the code of what weighs most of all that it finds.",
      "",
      "Example, with VIDICENTER_USERNAME and VIDICENTER_TOKEN set:",
      "  ${sys:vidiexport.command:-vidiexport} doctor"
    })
final class DoctorCommand implements Command {
  private final Console console;

  @Mixin private final ProjectFileOption project = new ProjectFileOption();

  @Option(names = "--json", description = "Write what is found as JSON.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ShortTimeoutOption timeout = new ShortTimeoutOption();

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public boolean checksPlugins() {
    return true;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    Optional<Duration> limit = timeout.read(problems);
    problems.throwIfAny();
    DoctorOrder order =
        new DoctorOrderReader(project, connection, limit.orElseThrow(), json, console).read(common);
    return new DoctorJob(order, console, messages).run();
  }
}
