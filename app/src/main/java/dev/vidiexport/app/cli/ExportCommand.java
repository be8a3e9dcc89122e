package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.AddressScheme;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.export.ExportJob;
import dev.vidiexport.app.export.ExportSettings;
import dev.vidiexport.app.metrics.RunRecorder;
import dev.vidiexport.app.plugins.SinkRegistry;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Runs one export. */
@CommandLine.Command(
    name = "export",
    description = "Runs one export at VidiCenter and writes its rows to one output.",
    footer = {
      "",
      "Durations: 500ms, 10s, 5m, 2h, or ISO-8601. Lists may be repeated.",
      "",
      "Example, with VIDICENTER_USERNAME and VIDICENTER_TOKEN set:",
      "  ${sys:vidiexport.command:-vidiexport} export --data-type viewers --time-resolution 1h --locations 1056 \\",
      "    --start 2016-04-29T10:00:00 --end 2016-04-29T11:00:00 -o viewers.csv"
    })
final class ExportCommand implements Command {
  private final Console console;

  @Mixin private final ExportOptions options = new ExportOptions();
  @Mixin private final AdditionOptions additions = new AdditionOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  ExportCommand(Console console) {
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
    ExportSettings settings =
        new ExportSettingsReader(options, additions, connection, console, sinks, problems).read();
    metrics.check();
    if (settings.isDryRun()) {
      // Nothing is asked for, so that nothing succeeds.
      metrics.leaveOut();
    }
    return new ExportJob(settings, common.repeated(), console, messages, metrics).run();
  }

  private Map<String, Optional<String>> otherFiles() {
    return Map.of(
        "--output",
        Optional.ofNullable(options.output).map(AddressScheme::filePart),
        "--report",
        Optional.ofNullable(options.receiptFile),
        "--dictionary",
        Optional.ofNullable(options.dictionary),
        "--token-file",
        connection.tokenFile());
  }
}
