package dev.vidiexport.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long locks are waited for, where SQLite asks whether to try again. */
class LockPatienceTest {
  private final LockPatience patience =
      new LockPatience(new Patience(Duration.ofSeconds(10), () -> Duration.ofSeconds(4)));

  @Test
  void endsWhenAllWaitsTogetherWereLongEnough() {
    assertThat(answers(0, 1, 0, 0)).containsExactly(1, 1, 1, 0);
    assertThat(patience.isOver()).isTrue();
    assertThat(patience.isInterrupted()).isFalse();
  }

  @Test
  void beginsAnewWhereOneIsHadAndAnotherIsWanted() {
    assertThat(answers(0, 1)).containsExactly(1, 1);

    patience.renew();

    assertThat(answers(0, 1, 2, 3)).containsExactly(1, 1, 1, 0);
  }

  /** What was given up is not tried again, or the run would go on without it. */
  @Test
  void staysOver() {
    answers(0, 1, 2, 3);

    patience.renew();

    assertThat(answers(0)).containsExactly(0);
    assertThat(patience.isOver()).isTrue();
  }

  private int[] answers(int... timesOfTheWait) {
    return IntStream.of(timesOfTheWait).map(patience::callback).toArray();
  }
}
