package dev.vidiexport.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordingPacerTest {
  private final RecordingPacer pacer = new RecordingPacer();

  @Nested
  class WhenItStandsStill extends PacerContract {
    @Override
    protected Pacer pacer() {
      return pacer;
    }
  }

  @Nested
  class WhenItRuns extends PacerContract {
    @Override
    protected Pacer pacer() {
      return RecordingPacer.running();
    }
  }

  @Test
  void recordsEveryWait() {
    pacer.pause(Duration.ofSeconds(1));
    pacer.pause(Duration.ofSeconds(2));

    assertThat(pacer.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void letsNoTimePassInAWaitThatIsCancelledMeanwhile() {
    pacer.whileWaiting(pacer::cancel);

    pacer.pause(Duration.ofSeconds(1));

    assertThat(pacer.elapsed()).isZero();
  }
}
