package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.domain.polling.PollPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollPolicyOptionsTest {
  private final ExportOptions options = new ExportOptions();
  private final CommandLineProblems problems = new CommandLineProblems();

  private PollPolicyOptions reader() {
    return new PollPolicyOptions(
        options.pollInterval, options.maxPollInterval, options.timeout, problems);
  }

  private PollPolicy policy() {
    return reader().read().orElseThrow();
  }

  @Test
  void waitsFromOneSecondToThirtyAndAnHourInAllByDefault() {
    PollPolicy policy = policy();

    assertThat(policy.firstDelay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.longestDelay()).isEqualTo(Duration.ofSeconds(30));
    assertThat(policy.deadline()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void takesWhatIsGiven() {
    options.pollInterval = "10ms";
    options.maxPollInterval = "2s";
    options.timeout = "5m";

    PollPolicy policy = policy();

    assertThat(policy.firstDelay()).isEqualTo(Duration.ofMillis(10));
    assertThat(policy.longestDelay()).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.deadline()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void waitsNoLongerAtFirstThanAtLast() {
    options.maxPollInterval = "200ms";

    assertThat(policy().firstDelay()).isEqualTo(Duration.ofMillis(200));
    assertThat(policy().longestDelay()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void waitsNoShorterAtLastThanAtFirst() {
    options.pollInterval = "2m";

    assertThat(policy().firstDelay()).isEqualTo(Duration.ofMinutes(2));
    assertThat(policy().longestDelay()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void tellsEveryDurationThatIsNone() {
    options.pollInterval = "fast";
    options.maxPollInterval = "slow";
    options.timeout = "never";

    assertThat(reader().read()).isEmpty();
    assertThat(problems.all()).hasSize(3);
  }

  @Test
  void refusesWaitsThatContradictEachOther() {
    options.pollInterval = "2s";
    options.maxPollInterval = "1s";

    assertThat(reader().read()).isEmpty();
    assertThat(problems.all())
        .containsExactly("--max-poll-interval must not be below --poll-interval, but was 1s < 2s.");
  }
}
