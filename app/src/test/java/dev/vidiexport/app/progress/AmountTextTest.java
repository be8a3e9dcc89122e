package dev.vidiexport.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountTextTest {
  @Test
  void countsBytesInMillionsFromAMillionOn() {
    assertThat(AmountText.bytes(1)).isEqualTo("1 byte");
    assertThat(AmountText.bytes(999_999)).isEqualTo("999,999 bytes");
    assertThat(AmountText.bytes(1_000_000)).isEqualTo("1.0 MB");
  }

  @Test
  void knowsARateEvenWhenNoTimeHasPassed() {
    assertThat(AmountText.rate(61_200_000, Duration.ofSeconds(1))).isEqualTo("61.2 MB/s");
    assertThat(AmountText.rate(1_000, Duration.ZERO)).isEqualTo("1.0 MB/s");
  }
}
