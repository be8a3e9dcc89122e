package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPolicyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void growsThePollsByHalfUpToTheLongest() {
    PollPolicy policy = PollFixtures.policy(() -> 0);

    List<Duration> delays = IntStream.range(0, 12).mapToObj(policy::pollDelay).toList();

    assertThat(delays)
        .map(Duration::toString)
        .containsExactly(
            "PT1S",
            "PT1.5S",
            "PT2.25S",
            "PT3.375S",
            "PT5.0625S",
            "PT7.59375S",
            "PT11.390625S",
            "PT17.0859375S",
            "PT25.62890625S",
            "PT30S",
            "PT30S",
            "PT30S");
  }

  @Test
  void shortensAPollByAFifthAtMost() {
    PollPolicy policy = PollFixtures.policy(() -> 0.999);

    List<Duration> delays = IntStream.range(0, 11).mapToObj(policy::pollDelay).toList();

    assertThat(delays)
        .map(Duration::toString)
        .containsExactly(
            "PT0.8002S",
            "PT1.2003S",
            "PT1.80045S",
            "PT2.700675S",
            "PT4.0510125S",
            "PT6.07651875S",
            "PT9.114778125S",
            "PT13.672167188S",
            "PT20.508250781S",
            "PT24.006S",
            "PT24.006S");
  }

  @Test
  void doublesTheWaitAfterTroubleUpToTheLongest() {
    PollPolicy policy = PollFixtures.policy(() -> 0);

    List<Duration> delays = IntStream.rangeClosed(1, 8).mapToObj(policy::troubleDelay).toList();

    assertThat(delays).map(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
  }

  @Test
  void shortensAWaitAfterTroubleByHalfAtMost() {
    PollPolicy policy = PollFixtures.policy(() -> 0.999);

    List<Duration> delays = IntStream.rangeClosed(1, 7).mapToObj(policy::troubleDelay).toList();

    assertThat(delays)
        .map(Duration::toString)
        .containsExactly(
            "PT0.5005S", "PT1.001S", "PT2.002S", "PT4.004S", "PT8.008S", "PT15.015S", "PT15.015S");
  }

  @Test
  void keepsToTheLongestHoweverOftenItHasWaited() {
    PollPolicy policy = PollFixtures.policy(() -> 0);

    assertThat(policy.pollDelay(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    assertThat(policy.troubleDelay(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({
    // elapsed, wanted, fitted: of an hour, 5 s are kept for a call, half of the rest is taken, and
    // the last wait takes what is left
    "PT0S, PT30S, PT30S",
    "PT58M55S, PT30S, PT30S",
    "PT59M, PT30S, PT27.5S",
    "PT59M45S, PT30S, PT5S",
    "PT59M53S, PT30S, PT1S",
    "PT59M54S, PT30S, PT1S",
    "PT59M54S, PT0.5S, PT0.5S",
    "PT59M54.7S, PT30S, PT0.3S",
  })
  void fitsAWaitIntoHalfOfTheTimeLeft(Duration elapsed, Duration wanted, Duration fitted) {
    assertThat(PollFixtures.policy().fitted(wanted, elapsed)).isEqualTo(fitted);
  }

  @ParameterizedTest
  @CsvSource({
    // deadline, elapsed: a tenth of the deadline is kept for a call, 5 s at most
    "PT1H, PT59M55S",
    "PT1H, PT1H",
    "PT1H, PT2H",
    "PT10S, PT9S",
  })
  void fitsNoWaitWhereNoCallHasRoomBehindIt(Duration deadline, Duration elapsed) {
    PollPolicy policy = new PollPolicy(SECOND, Duration.ofSeconds(30), deadline, () -> 0);

    assertThat(policy.fitted(SECOND, elapsed)).isLessThanOrEqualTo(Duration.ZERO);
  }

  @Test
  void doesNotCountTheDeadlineItselfAsBeforeIt() {
    PollPolicy policy = PollFixtures.policy();

    assertThat(policy.isBeforeDeadline(PollFixtures.DEADLINE.minusNanos(1))).isTrue();
    assertThat(policy.isBeforeDeadline(PollFixtures.DEADLINE)).isFalse();
  }

  @Test
  void takesWaitsThatDoNotGrow() {
    PollPolicy policy = new PollPolicy(SECOND, SECOND, SECOND, () -> 0);

    assertThat(policy.pollDelay(9)).isEqualTo(SECOND);
  }

  @Test
  void refusesDelaysThatMakeNoSense() {
    assertThatThrownBy(() -> new PollPolicy(Duration.ZERO, SECOND, SECOND, () -> 0))
        .hasMessage("firstDelay must be positive, but was PT0S");
    assertThatThrownBy(() -> new PollPolicy(SECOND, SECOND, SECOND.negated(), () -> 0))
        .hasMessage("deadline must be positive, but was PT-1S");
    assertThatThrownBy(() -> new PollPolicy(SECOND, Duration.ofMillis(500), SECOND, () -> 0))
        .hasMessage("longestDelay must not be below firstDelay, but was PT0.5S < PT1S");
    assertThatThrownBy(() -> new PollPolicy(SECOND, null, SECOND, () -> 0))
        .hasMessage("longestDelay must not be null");
    assertThatThrownBy(() -> new PollPolicy(null, SECOND, SECOND, () -> 0))
        .hasMessage("firstDelay must not be null");
  }
}
