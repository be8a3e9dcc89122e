package dev.vidiexport.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingPacerTest extends PacerContract {
  private final RecordingPacer pacer = new RecordingPacer();

  @Override
  protected Pacer pacer() {
    return pacer;
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
