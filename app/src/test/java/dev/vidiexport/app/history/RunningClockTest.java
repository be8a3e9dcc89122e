package dev.vidiexport.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.RecordingPacer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunningClockTest {
  private static final Instant MOMENT = Instant.parse("2024-03-01T06:00:00Z");

  private final RecordingPacer time = new RecordingPacer();

  @Test
  void goesOnFromTheMomentThatStandsForThePresent() {
    HistoryClock clock = RunningClock.of(Optional.of(MOMENT), time);

    time.advance(Duration.ofNanos(1_500_900_000));

    assertThat(clock.now()).isEqualTo(MOMENT.plusSeconds(1));
  }

  /** Or nobody could run it again with the moment that it was told. */
  @Test
  void beginsAtThatMomentHoweverLongTheStartTakes() {
    time.advance(Duration.ofSeconds(3));

    HistoryClock clock = RunningClock.of(Optional.of(MOMENT), time);

    assertThat(clock.start()).isEqualTo(MOMENT);
    assertThat(clock.now()).isEqualTo(MOMENT.plusSeconds(3));
  }

  @Test
  void isTheMachinesClockOtherwise() {
    Instant before = Instant.now();

    HistoryClock clock = RunningClock.of(Optional.empty(), time);

    assertThat(clock.start()).isBetween(before.minusSeconds(1), clock.now());
    assertThat(clock.now()).isBetween(clock.start(), Instant.now());
  }
}
