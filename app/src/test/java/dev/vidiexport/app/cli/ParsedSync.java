package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.history.SyncOrder;
import dev.vidiexport.app.metrics.NoMetrics;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.plugins.SinkRegistry;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What was written behind {@code sync}, read as the program reads it. */
@CommandLine.Command
public final class ParsedSync {
  @Mixin private final ProjectOptions project = new ProjectOptions();
  @Mixin private final SyncOptions options = new SyncOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  private ParsedSync() {}

  /** The order that a command line is. */
  public static SyncOrder order(Console console, String... arguments) {
    ParsedSync parsed = new ParsedSync();
    new CommandLine(parsed).parseArgs(arguments);
    SinkRegistry sinks = SinkLoader.load(Optional.empty());
    return new SyncOrderReader(
            parsed.project,
            parsed.options,
            parsed.connection,
            console,
            sinks,
            new CommandLineProblems())
        .read(NoMetrics.recorder(console));
  }
}
