package dev.vidiexport.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageFiguresTest {
  private static CoverageFigures figures(Long expected, Long measured) {
    return new CoverageFigures(
        expected == null ? OptionalLong.empty() : OptionalLong.of(expected),
        measured == null ? OptionalLong.empty() : OptionalLong.of(measured),
        OptionalLong.of(0));
  }

  @ParameterizedTest
  @CsvSource({
    "24, 24, 100.0",
    "24, 0, 0.0",
    "3, 2, 66.6",
    "10000, 9999, 99.9",
    "10000, 9996, 99.9",
    "1000, 999, 99.9",
    "24, 25, 100.0",
    "0, 0, ",
    "0, 5, ",
    ", 5, ",
    "24, , ",
    "9000000000000000000, 8999999999999999999, 99.9",
  })
  void roundDown(Long expected, Long measured, BigDecimal percent) {
    assertThat(figures(expected, measured).percent().orElse(null)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 9996, 99.96, false",
    "10000, 9996, 99.97, true",
    "10000, 10000, 100, false",
    "10000, 9999, 100, true",
    "3, 2, 66.6, false",
    "3, 2, 66.67, true",
    "24, 0, 0, false",
    "0, 0, 100, false",
    ", 5, 100, false",
    "24, , 100, false",
  })
  void areHeldAgainstALimitUnrounded(
      Long expected, Long measured, BigDecimal least, boolean isBelow) {
    assertThat(figures(expected, measured).isBelow(least)).isEqualTo(isBelow);
  }

  @Test
  void addUpWhatBothKnow() {
    assertThat(figures(24L, 20L).plus(figures(10L, 5L))).isEqualTo(figures(34L, 25L));
    assertThat(figures(24L, 20L).plus(figures(null, 5L))).isEqualTo(figures(null, 25L));
  }

  @Test
  void tellHowMuchIsLacking() {
    assertThat(figures(24L, 20L).lacking()).isEqualTo(4);
    assertThat(figures(24L, 25L).lacking()).isZero();
    assertThat(figures(null, 25L).lacking()).isZero();
  }
}
