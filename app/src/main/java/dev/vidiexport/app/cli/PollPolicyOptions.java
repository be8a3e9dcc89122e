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

  private final @Nullable String pollInterval;
  private final @Nullable String maxPollInterval;
  private final @Nullable String timeout;
  private final CommandLineProblems problems;

  /** The options as they were written; null for what was not given. */
  PollPolicyOptions(
      @Nullable String pollInterval,
      @Nullable String maxPollInterval,
      @Nullable String timeout,
      CommandLineProblems problems) {
    this.pollInterval = pollInterval;
    this.maxPollInterval = maxPollInterval;
    this.timeout = timeout;
    this.problems = problems;
  }

  /**
   * The policy. Where one of the two waits is given alone, the other follows it if it must.
   *
   * @return empty when something is wrong, which has been noted
   */
  Optional<PollPolicy> read() {
    Optional<Duration> first = read("--poll-interval", pollInterval, FIRST);
    Optional<Duration> longest = read("--max-poll-interval", maxPollInterval, LONGEST);
    Optional<Duration> deadline = read("--timeout", timeout, DEADLINE);
    if (first.isEmpty() || longest.isEmpty() || deadline.isEmpty()) {
      return Optional.empty();
    }
    Duration firstDelay = first.get();
    Duration longestDelay = longest.get();
    if (longestDelay.compareTo(firstDelay) < 0) {
      if (pollInterval != null && maxPollInterval != null) {
        problems.add(
            "--max-poll-interval must not be below --poll-interval, but was %s < %s."
                .formatted(maxPollInterval, pollInterval));
        return Optional.empty();
      }
      firstDelay = pollInterval == null ? longestDelay : firstDelay;
      longestDelay = pollInterval == null ? longestDelay : firstDelay;
    }
    return Optional.of(new PollPolicy(firstDelay, longestDelay, deadline.get(), Wiring.jitter()));
  }

  private Optional<Duration> read(String option, @Nullable String text, Duration usual) {
    return text == null ? Optional.of(usual) : TimeOptions.read(option, text, problems);
  }
}
