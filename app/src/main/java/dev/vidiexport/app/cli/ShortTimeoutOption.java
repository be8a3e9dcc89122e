package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long a command may take that asks for little and builds nothing. */
final class ShortTimeoutOption {
  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "1m",
      description = "The longest it may take; ${DEFAULT-VALUE} by default.")
  private String timeout = "1m";

  /** The time; empty when it is wrong, which has been noted. */
  Optional<Duration> read(CommandLineProblems problems) {
    return TimeOptions.read("--timeout", timeout, problems);
  }
}
