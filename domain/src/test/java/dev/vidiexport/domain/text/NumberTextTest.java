package dev.vidiexport.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
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
  void groupsDigitsAsAFormatterDoes(long number) {
    assertThat(NumberText.of(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number));
  }

  @Test
  void countsInWords() {
    assertThat(NumberText.counted(0, "row")).isEqualTo("0 rows");
    assertThat(NumberText.counted(1, "row")).isEqualTo("1 row");
    assertThat(NumberText.counted(1_234_567, "row")).isEqualTo("1,234,567 rows");
  }
}
