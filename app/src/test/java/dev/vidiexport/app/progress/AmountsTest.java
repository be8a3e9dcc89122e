package dev.vidiexport.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {
  @Test
  void countsBytesInMillionsFromAMillionOn() {
    assertThat(Amounts.bytes(1)).isEqualTo("1 byte");
    assertThat(Amounts.bytes(999_999)).isEqualTo("999,999 bytes");
    assertThat(Amounts.bytes(1_000_000)).isEqualTo("1.0 MB");
  }

  @Test
  void knowsARateEvenWhenNoTimeHasPassed() {
    assertThat(Amounts.rate(61_200_000, Duration.ofSeconds(1))).isEqualTo("61.2 MB/s");
    assertThat(Amounts.rate(1_000, Duration.ZERO)).isEqualTo("1.0 MB/s");
  }
}
