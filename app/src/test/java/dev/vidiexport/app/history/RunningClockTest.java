package dev.vidiexport.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.RecordingPacer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunningClockTest {
  @Test
  void goesOnFromTheMomentThatStandsForThePresent() {
    RecordingPacer time = new RecordingPacer();
    HistoryClock clock = RunningClock.of(Optional.of(SampleHistory.NOW), time);

    assertThat(clock.now()).isEqualTo(SampleHistory.NOW);
    time.advance(Duration.ofMinutes(61).plusMillis(999));
    assertThat(clock.now()).isEqualTo("2024-03-05T07:01:00Z");
  }

  @Test
  void isThatOfTheMachineOtherwise() {
    Instant before = Instant.now().minusSeconds(1);

    Instant now = RunningClock.of(Optional.empty(), new RecordingPacer()).now();

    assertThat(now).isBetween(before, Instant.now());
    assertThat(now.getNano()).isZero();
  }
}
