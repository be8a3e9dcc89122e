package dev.vidiexport.domain.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowCallTimerTest {
  private Duration elapsed = Duration.ofMinutes(3);
  private final SlowCallTimer timer = new SlowCallTimer(() -> elapsed);

  private void pass(Duration time) {
    elapsed = elapsed.plus(time);
  }

  @Test
  void saysNothingBeforeItsPatienceIsOver() {
    pass(SlowCallTimer.PATIENCE.minusNanos(1));

    assertThat(timer.overdue()).isEmpty();
  }

  @Test
  void saysOnceHowLongACallHasLasted() {
    pass(SlowCallTimer.PATIENCE);

    assertThat(timer.overdue()).contains(SlowCallTimer.PATIENCE);

    pass(SlowCallTimer.PATIENCE);

    assertThat(timer.overdue()).isEmpty();
  }

  @Test
  void beginsAnewWithEachCall() {
    pass(SlowCallTimer.PATIENCE);
    assertThat(timer.overdue()).isPresent();

    timer.restart();
    assertThat(timer.overdue()).isEmpty();

    pass(SlowCallTimer.PATIENCE.plusMillis(5));
    assertThat(timer.overdue()).contains(SlowCallTimer.PATIENCE.plusMillis(5));
  }
}
