package dev.vidiexport.sinks.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreationTimeTest {
  private static final Instant CLOCK = Instant.parse("2026-03-08T05:06:07.890Z");

  @Test
  void isThatOfTheClockToTheSecond() throws IOException {
    assertThat(CreationTime.of(Optional.empty(), CLOCK))
        .isEqualTo(Instant.parse("2026-03-08T05:06:07Z"));
  }

  @Test
  void isThatOfTheVariable() throws IOException {
    assertThat(CreationTime.of(Optional.of("1709251200"), CLOCK))
        .isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
    assertThat(CreationTime.of(Optional.of("0"), CLOCK)).isEqualTo(Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", " 1", "1e9", "2024-03-01", "100000000000", "١"})
  void isNoneWhereTheVariableIsNoNumber(String variable) {
    assertThatThrownBy(() -> CreationTime.of(Optional.of(variable), CLOCK))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The variable SOURCE_DATE_EPOCH must be a number of seconds since 1970, but is not."
                + " Unset it.");
  }
}
