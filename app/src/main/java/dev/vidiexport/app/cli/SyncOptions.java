package dev.vidiexport.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be written after {@code vidiexport sync}; everything as text, to be read later. */
final class SyncOptions {
  @Option(
      names = "--oldest-first",
      description = "Begin with the oldest windows; the newest come first by default.")
  boolean oldestFirst;

  @Option(
      names = "--retry-refused",
      description = "Ask again for what was refused, whatever its time.")
  boolean retryRefused;

  @Option(
      names = "--accept-loss",
      description = {
        "Take answers that have less than what they replace,",
        "and a list of locations that lacks most of those of before."
      })
  boolean acceptLoss;

  @Option(
      names = "--no-wait",
      description = "Leave what becomes due within two hours to the next run.")
  boolean noWait;

  @Option(
      names = "--max-duration",
      paramLabel = "DURATION",
      description = "Begin no slice after it; without end by default.")
  @Nullable String maxDuration;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "The longest that one slice may take; 1h by default.")
  @Nullable String timeout;

  @Option(
      names = "--poll-interval",
      paramLabel = "DURATION",
      description = "First wait between polls; 1s by default.")
  @Nullable String pollInterval;

  @Option(
      names = "--max-poll-interval",
      paramLabel = "DURATION",
      description = "Longest wait between polls; 30s by default.")
  @Nullable String maxPollInterval;

  @Option(names = "--report", paramLabel = "FILE", description = "Write what came of it as JSON.")
  @Nullable String reportFile;

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description = "Write how it went for a Prometheus node exporter.")
  @Nullable String metricsFile;
}
