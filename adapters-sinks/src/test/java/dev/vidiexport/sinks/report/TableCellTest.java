package dev.vidiexport.sinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableCellTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "48210, 48210",
    "-3, -3",
    "0.1, 0.1",
    "0.12345678901234568, 0.12345678901234568",
    "12345678.9, 12345678.9",
    "1.0E-7, 0.00000010",
    "9007199254740992, 9007199254740992",
    "1.0E17, 100000000000000000"
  })
  void aNumberHasAPointAndNoExponent(double value, String raw) {
    assertThat(TableCell.of(value).raw()).isEqualTo(raw);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1 / 3.0, 0.1 + 0.2, 1e-9, 123456.789e3, Double.MIN_VALUE, 4e300})
  void aNumberReadsBackAsItWas(double value) {
    assertThat(Double.parseDouble(TableCell.of(value).raw())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoNumberIsMissing(double value) {
    assertThat(TableCell.of(value)).isEqualTo(TableCell.MISSING);
  }

  @Test
  void whatIsNotThereIsEmptyAndNeverZero() {
    assertThat(TableCell.of(OptionalDouble.empty()).raw()).isEmpty();
    assertThat(TableCell.of(Optional.empty()).raw()).isEmpty();
  }

  @Test
  void aTextIsAsItCame() {
    assertThat(TableCell.of(" <b>007 ").raw()).isEqualTo(" <b>007 ");
  }
}
