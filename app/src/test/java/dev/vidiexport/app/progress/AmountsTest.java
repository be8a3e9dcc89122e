package dev.vidiexport.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
  @Test
  void countsInWords() {
    assertThat(Amounts.of(0, "row")).isEqualTo("0 rows");
    assertThat(Amounts.of(1, "row")).isEqualTo("1 row");
    assertThat(Amounts.of(1_234_567, "row")).isEqualTo("1,234,567 rows");
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        12,
        123,
        1_234,
        12_345,
        123_456,
        1_234_567,
        -1,
        -123,
        -1_234,
        -123_456,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void groupsDigitsAsAFormatterDoes(long count) {
    assertThat(Amounts.of(count, "row")).startsWith(String.format(Locale.ROOT, "%,d row", count));
  }

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
