package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0ms",
    "PT0.5S, 500ms",
    "PT1S, 1s",
    "PT1.001S, 2s",
    "PT60S, 1m",
    "PT125S, 2m 5s",
    "PT3H, 3h",
    "P365D, 8760h"
  })
  void writesDurations(Duration duration, String expected) {
    assertThat(Wording.duration(duration)).isEqualTo(expected);
  }

  @Test
  void writesBytes() {
    assertThat(Wording.bytes(1)).isEqualTo("1 byte");
    assertThat(Wording.bytes(12_345)).isEqualTo("12,345 bytes");
  }
}
