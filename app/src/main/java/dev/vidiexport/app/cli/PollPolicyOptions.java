package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.polling.PollPolicy;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how long to wait, and when to give up. */
final class PollPolicyOptions {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration DEADLINE = Duration.ofHours(1);

  private final ExportOptions options;
  private final CommandLineProblems problems;

  PollPolicyOptions(ExportOptions options, CommandLineProblems problems) {
    this.options = options;
    this.problems = problems;
  }

  /**
   * The policy. Where one of the two waits is given alone, the other follows it if it must.
   *
   * @return empty when something is wrong, which has been noted
   */
  Optional<PollPolicy> read() {
    Optional<Duration> first = read("--poll-interval", options.pollInterval, FIRST);
    Optional<Duration> longest = read("--max-poll-interval", options.maxPollInterval, LONGEST);
    Optional<Duration> deadline = read("--timeout", options.timeout, DEADLINE);
    if (first.isEmpty() || longest.isEmpty() || deadline.isEmpty()) {
      return Optional.empty();
    }
    Duration firstDelay = first.get();
    Duration longestDelay = longest.get();
    if (longestDelay.compareTo(firstDelay) < 0) {
      if (options.pollInterval != null && options.maxPollInterval != null) {
        problems.add(
            "--max-poll-interval must not be below --poll-interval, but was %s < %s."
                .formatted(options.maxPollInterval, options.pollInterval));
        return Optional.empty();
      }
      firstDelay = options.pollInterval == null ? longestDelay : firstDelay;
      longestDelay = options.pollInterval == null ? longestDelay : firstDelay;
    }
    return Optional.of(new PollPolicy(firstDelay, longestDelay, deadline.get(), Wiring.jitter()));
  }

  private Optional<Duration> read(String option, @Nullable String text, Duration usual) {
    return text == null ? Optional.of(usual) : TimeOptions.read(option, text, problems);
  }
}
