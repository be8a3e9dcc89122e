package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.limits.SharingRuns.Run;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who makes the next call. */
class SharedCallsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final ServiceLimits THREE_CALLS = new ServiceLimits(3, MINUTE, 2, 1);

  @TempDir private Path folder;
  private SharingRuns runs;
  private Run one;
  private Run other;

  /** Three calls, ten seconds apart, of which the first is forgotten in a moment. */
  @BeforeEach
  void useUpAllCalls() throws IOException {
    runs = new SharingRuns(folder.resolve("limits"));
    one = runs.begin(THREE_CALLS);
    other = runs.begin(THREE_CALLS);
    for (int call = 0; call < 3; call++) {
      assertThat(one.call(0)).isEmpty();
      runs.pass(Duration.ofSeconds(10));
    }
    runs.pass(Duration.ofSeconds(30).minus(MOMENT.multipliedBy(4)));
  }

  @AfterEach
  void end() throws IOException {
    runs.close();
  }

  private static LimitReached shortOfCallsFor(Duration time) {
    return LimitReached.lasting(Limit.CALLS, true, time);
  }

  @Test
  void isWhoeverWaitsLongest() throws IOException {
    assertThat(other.call(0)).contains(shortOfCallsFor(MOMENT.multipliedBy(4)));
    runs.pass(MOMENT);
    assertThat(one.call(0)).contains(shortOfCallsFor(MOMENT.multipliedBy(3)));
    runs.pass(MOMENT.multipliedBy(3));

    assertThat(one.call(0)).contains(shortOfCallsFor(Duration.ofSeconds(10)));
    assertThat(other.call(0)).isEmpty();
    assertThat(other.call(0)).as("one goes before").isPresent();
    runs.pass(Duration.ofSeconds(10));
    assertThat(other.call(0)).isPresent();
    assertThat(one.call(0)).isEmpty();
  }

  @Test
  void isWhoeverAsksWhereThereAreMoreThanThoseThatWait() throws IOException {
    try (SharingRuns others = new SharingRuns(folder.resolve("others"))) {
      Run greedy = others.begin(THREE_CALLS);
      Run waiting = others.begin(THREE_CALLS);
      for (int call = 0; call < 3; call++) {
        assertThat(greedy.call(0)).isEmpty();
      }
      assertThat(waiting.call(0)).isPresent();
      others.pass(MINUTE);

      assertThat(greedy.call(0)).isEmpty();
      assertThat(greedy.call(0)).isEmpty();
      assertThat(greedy.call(0)).as("the last").isPresent();
      assertThat(waiting.call(0)).isEmpty();
    }
  }

  @Test
  void isWhoeverLeavesFewerToOthers() throws IOException {
    assertThat(other.call(1)).contains(shortOfCallsFor(Duration.ofSeconds(10).plusMillis(4)));
    runs.pass(MOMENT.multipliedBy(4));

    assertThat(one.call(0)).isEmpty();
  }

  @Test
  void isARunThatLeavesNoneAnyMoreBecauseItWaitedLong() throws IOException {
    assertThat(other.call(1)).isPresent();
    runs.pass(SharedCalls.LONGEST_SPARING.minus(MOMENT));
    assertThat(other.call(1)).as("with one call left").isPresent();
    assertThat(one.call(1)).as("with one call left").isPresent();
    runs.pass(MOMENT);

    assertThat(other.call(1)).isEmpty();

    assertThat(one.call(1)).as("none is left").isPresent();
  }

  @Test
  void isLeftToARunThatWaitedLong() throws IOException {
    runs.pass(MOMENT.multipliedBy(4));
    assertThat(one.call(0)).isEmpty();
    assertThat(other.call(1)).isPresent();
    runs.pass(SharedCalls.LONGEST_SPARING);
    assertThat(other.call(1)).isPresent();
    runs.pass(Duration.ofSeconds(5));

    assertThat(one.call(0)).isPresent();
    assertThat(other.call(1)).isEmpty();
  }

  @Test
  void isNobodyWhoSparesTooLittleBecauseOfAWaitThatIsOver() throws IOException {
    assertThat(other.call(1)).isPresent();
    runs.pass(SharedCalls.LONGEST_SPARING);
    assertThat(other.call(1)).isEmpty();

    runs.pass(Duration.ofSeconds(10));

    assertThat(other.call(1)).as("with one call left").isPresent();
    assertThat(one.call(0)).isEmpty();
  }

  @Test
  void isNobodyWhoDoesNotAskWhenItIsTime() throws IOException {
    assertThat(other.call(0)).contains(shortOfCallsFor(MOMENT.multipliedBy(4)));
    runs.pass(MOMENT.multipliedBy(3).plus(WaitingLine.PATIENCE));
    assertThat(one.call(0)).isPresent();

    runs.pass(MOMENT);

    assertThat(one.call(0)).isEmpty();
  }

  @Test
  void isNobodyWhoIsDead() throws IOException {
    assertThat(other.call(0)).isPresent();
    runs.pass(MOMENT.multipliedBy(4));
    assertThat(one.call(0)).isPresent();

    other.end();

    assertThat(one.call(0)).isEmpty();
  }

  @Test
  void isWhoeverWaitsWhereThereIsOneCallAlone() throws IOException {
    ServiceLimits single = new ServiceLimits(1, MINUTE, 2, 1);
    SharingRuns others = new SharingRuns(folder.resolve("single"));
    try (others) {
      Run greedy = others.begin(single);
      Run waiting = others.begin(single);
      assertThat(greedy.call(0)).isEmpty();
      assertThat(waiting.call(2)).contains(shortOfCallsFor(MINUTE));
      others.pass(MINUTE);

      assertThat(greedy.call(0)).contains(LimitReached.untilSomebodyIsDone(Limit.CALLS, true));
      assertThat(waiting.call(2)).isEmpty();
    }
  }
}
