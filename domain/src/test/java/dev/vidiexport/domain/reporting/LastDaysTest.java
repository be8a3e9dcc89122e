package dev.vidiexport.domain.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.report.ReportSpan;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastDaysTest {
  @ParameterizedTest
  @CsvSource({
    "7d, 2024-03-10, 2024-03-04, 2024-03-10",
    "1d, 2024-03-10, 2024-03-10, 2024-03-10",
    "30d, 2024-03-01, 2024-02-01, 2024-03-01",
    "9999d, 2024-03-01, 1996-10-16, 2024-03-01",
    // The last month is the last one that is over as a whole.
    "1M, 2024-03-10, 2024-02-01, 2024-02-29",
    "1M, 2024-03-30, 2024-02-01, 2024-02-29",
    "1M, 2024-03-31, 2024-03-01, 2024-03-31",
    "1M, 2024-01-30, 2023-12-01, 2023-12-31",
    "1M, 2023-02-28, 2023-02-01, 2023-02-28",
    "1M, 2024-02-28, 2024-01-01, 2024-01-31",
    "3M, 2024-03-10, 2023-12-01, 2024-02-29",
    "12M, 2024-12-31, 2024-01-01, 2024-12-31",
  })
  void endWithTheLastThatAreOver(String text, LocalDate lastOver, LocalDate first, LocalDate last) {
    assertThat(LastDays.parse(text).until(lastOver)).isEqualTo(ReportSpan.ofDays(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "d", "0d", "-1d", "07d", "7D", "1m", "1y", "10000d", "7d ", "٧d"})
  void areNothingElse(String text) {
    assertThatThrownBy(() -> LastDays.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "must be days or calendar months such as 7d or 1M, but was \"%s\"".formatted(text));
  }

  @Test
  void areNotGivenBesideOtherDays() {
    Optional<LastDays> week = Optional.of(LastDays.parse("7d"));
    Optional<LocalDate> day = Optional.of(LocalDate.of(2024, 3, 1));

    assertThatThrownBy(() -> new ReportDays(day, Optional.empty(), week, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReportDays(Optional.empty(), day, week, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
