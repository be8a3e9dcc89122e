package dev.vidiexport.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;

/** Whatever is written as a duration is one within bounds, or refused in words. */
class DurationOptionFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void readsOrRefuses(byte[] input) {
    String text = new String(input, UTF_8);
    Duration duration;
    try {
      duration = DurationOption.parse(text);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("must be ").hasMessageEndingWith("\"%s\"", text);
      return;
    }
    assertThat(duration).isBetween(Duration.ofMillis(1), Duration.ofDays(366));
    assertThat(DurationOption.parse(duration.toString())).isEqualTo(duration);
  }
}
