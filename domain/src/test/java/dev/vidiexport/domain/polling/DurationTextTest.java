package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0ms",
    "PT0.0009S, 0ms",
    "PT0.34S, 340ms",
    "PT0.9999S, 999ms",
    "PT1S, 1s",
    "PT1.05S, 1s",
    "PT2.5S, 2.5s",
    "PT2.59S, 2.5s",
    "PT59.96S, 59.9s",
    "PT60S, 1m",
    "PT1M0.9S, 1m",
    "PT12M30S, 12m 30s",
    "PT59M59S, 59m 59s",
    "PT1H, 1h",
    "PT1H0M59S, 1h",
    "PT3H5M, 3h 5m",
    "PT23H59M59S, 23h 59m",
    "P1D, 1d",
    "P2D, 2d",
    "P2DT3H59M, 2d 3h",
    "P1000000DT1H, 1000000d 1h",
  })
  void writesDurationsInTwoUnitsAtMost(Duration duration, String text) {
    assertThat(DurationText.of(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0ms",
    "PT0.5S, 500ms",
    "PT1S, 1s",
    "PT1.001S, 2s",
    "PT59.96S, 1m",
    "PT60S, 1m",
    "PT125S, 2m 5s",
    "PT59M59.000000001S, 1h",
    "PT3H, 3h",
    "PT3H5M, 3h 5m",
    "PT3H5M1S, 3h 6m",
    "PT23H59M59S, 1d",
    "P2DT3H, 2d 3h",
    "P2DT3H1M, 2d 4h",
    "P365D, 365d",
  })
  void countsUpWhatHasToPass(Duration duration, String text) {
    assertThat(DurationText.atLeast(duration)).isEqualTo(text);
  }
}
