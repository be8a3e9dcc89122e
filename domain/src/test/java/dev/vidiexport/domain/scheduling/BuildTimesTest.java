package dev.vidiexport.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BuildTimesTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  private final BuildTimes times = new BuildTimes();

  private double idle(int unready, int age) {
    return times.likelyIdleSeconds(Duration.ofSeconds(unready), Duration.ofSeconds(age));
  }

  private void add(int unready, int ready) {
    times.add(Duration.ofSeconds(unready), Duration.ofSeconds(ready));
  }

  @Test
  void expectsLessOfTheSameWaitTheOlderAnExportIs() {
    assertThat(idle(0, 6)).isEqualTo(1.0, EXACTLY);
    assertThat(idle(54, 60)).isEqualTo(0.1, EXACTLY);
  }

  @Test
  void expectsNothingOfNoWait() {
    assertThat(idle(0, 0)).isZero();
    assertThat(idle(7, 7)).isZero();
  }

  @Test
  void countsTheBuildsThatTookLongerThanWasKnown() {
    add(8, 12);
    add(18, 22);

    // Five that are assumed expect half a second each, and one of the two has been ready for 2 s.
    assertThat(idle(6, 12)).isEqualTo((5 * 0.5 + 2) / 7, EXACTLY);
    assertThat(idle(10, 12)).isEqualTo((5 * 4 / 72.0) / 6, EXACTLY);
  }

  @Test
  void forgetsWhatWasLongAgo() {
    add(100, 100);
    double before = idle(50, 150);
    for (int build = 0; build < 60; build++) {
      add(10, 10);
    }

    assertThat(before).isEqualTo((5 * 100.0 * 100 / 900 + 50) / 6, EXACTLY);
    assertThat(idle(50, 150)).isEqualTo(100.0 * 100 / 900, EXACTLY);
  }
}
