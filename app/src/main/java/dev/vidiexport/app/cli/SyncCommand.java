package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.history.SyncJob;
import dev.vidiexport.app.history.SyncOrder;
import dev.vidiexport.app.metrics.RunRecorder;
import dev.vidiexport.app.plugins.SinkRegistry;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Makes a history complete and current. */
@CommandLine.Command(
    name = "sync",
    description = "Asks VidiCenter for all that a history lacks, and keeps it.",
    footer = {
      "",
      "It may be ended at any time, and goes on from there when it is run again.",
      "Durations: 500ms, 10s, 5m, 2h, or ISO-8601.",
      "",
      "Example, with a project file in the current folder:",
      "  ${sys:vidiexport.command:-vidiexport} sync --max-duration 2h --report last-sync.json"
    })
final class SyncCommand implements Command {
  private final Console console;

  @Mixin private final ProjectOptions project = new ProjectOptions();
  @Mixin private final SyncOptions options = new SyncOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  SyncCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    RunRecorder metrics =
        new MetricsFileReader(console, problems).read(options.metricsFile, otherFiles(), messages);
    return metrics.record(() -> run(common, problems, messages, metrics));
  }

  private int run(
      CommonOptions common,
      CommandLineProblems problems,
      UserMessages messages,
      RunRecorder metrics) {
    SinkRegistry sinks = common.sinks(console, problems);
    SyncOrderReader reader =
        new SyncOrderReader(project, options, connection, console, sinks, problems);
    SyncOrder order = reader.read(metrics);
    metrics.check();
    return new SyncJob(order, common.repeated(), console, messages, metrics).run();
  }

  private Map<String, Optional<String>> otherFiles() {
    return Map.of(
        "--report",
        Optional.ofNullable(options.reportFile),
        "--config",
        Optional.of(project.file(console)),
        "--token-file",
        connection.tokenFile());
  }
}
