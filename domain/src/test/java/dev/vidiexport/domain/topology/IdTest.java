package dev.vidiexport.domain.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {
  @ParameterizedTest
  @CsvSource({
    "1056, 1056",
    "1056.0, 1056",
    "1056.000, 1056",
    "007, 7",
    "0, 0",
    "-0, 0",
    "000, 0",
    "-12, -12",
    "12345678901234567890, 12345678901234567890",
  })
  void readsWholeNumbersOfAnySize(String written, String digits) {
    assertThat(Id.parse(written)).contains(new Id(digits)).map(Id::toString).contains(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1.5", "1e3", "1e999999999", "a", "+1", "٣", "1 ", "--1"})
  void takesNothingElse(String written) {
    assertThat(Id.parse(written)).isEmpty();
  }

  @Test
  void takesNoEndlessNumber() {
    assertThat(Id.parse("1".repeat(100))).isPresent();
    assertThat(Id.parse("1".repeat(101))).isEmpty();
  }

  @Test
  void isOrderedAsANumber() {
    List<String> order =
        List.of("-100", "-21", "-3", "0", "5", "30", "1056", "12345678901234567890");

    assertThat(order.stream().sorted().flatMap(text -> Id.parse(text).stream()).sorted())
        .extracting(Id::digits)
        .isEqualTo(order);
  }

  @Test
  void isMadeOfDigitsAlone() {
    for (String wrong : List.of("", "01", "-0", "1.0", "x")) {
      assertThatThrownBy(() -> new Id(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("digits must be a whole number, but was \"%s\"".formatted(wrong));
    }
    assertThat(Stream.of("1", "1.0").map(Id::parse).distinct()).containsExactly(id("1"));
  }

  private static Optional<Id> id(String digits) {
    return Optional.of(new Id(digits));
  }
}
