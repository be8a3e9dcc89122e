package dev.vidiexport.domain.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.report.ReportSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  @ParameterizedTest
  @CsvSource({
    // A month is compared with the one before it, however long that was.
    "2024-03-01, 2024-03-31, 2024-02-01, 2024-02-29",
    "2023-03-01, 2023-03-31, 2023-02-01, 2023-02-28",
    "2024-01-01, 2024-01-31, 2023-12-01, 2023-12-31",
    "2024-02-01, 2024-02-29, 2024-01-01, 2024-01-31",
    // So are several months, and a year.
    "2024-03-01, 2024-04-30, 2024-01-01, 2024-02-29",
    "2024-01-01, 2024-12-31, 2023-01-01, 2023-12-31",
    // Of anything else, as many days as it has.
    "2024-03-01, 2024-03-07, 2024-02-23, 2024-02-29",
    "2023-03-01, 2023-03-07, 2023-02-22, 2023-02-28",
    "2024-03-02, 2024-03-31, 2024-02-01, 2024-03-01",
    "2024-03-01, 2024-03-30, 2024-01-31, 2024-02-29",
    "2024-02-01, 2024-02-28, 2024-01-04, 2024-01-31",
    "2024-03-01, 2024-03-01, 2024-02-29, 2024-02-29",
  })
  void thePreviousSpanIsAsManyMonthsOrDays(
      LocalDate first, LocalDate last, LocalDate firstBefore, LocalDate lastBefore) {
    assertThat(Comparison.PREVIOUS.before(ReportSpan.ofDays(first, last)))
        .isEqualTo(ReportSpan.ofDays(firstBefore, lastBefore));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01, 2024-03-31, 2023-03-03, 2023-04-02",
    "2024-02-29, 2024-02-29, 2023-03-02, 2023-03-02",
    "2025-02-28, 2025-03-01, 2024-03-01, 2024-03-02",
  })
  void aYearAgoIsTheSameWeekday(
      LocalDate first, LocalDate last, LocalDate firstBefore, LocalDate lastBefore) {
    ReportSpan before = Comparison.YEAR.before(ReportSpan.ofDays(first, last));

    assertThat(before).isEqualTo(ReportSpan.ofDays(firstBefore, lastBefore));
    assertThat(before.firstDay().getDayOfWeek()).isEqualTo(first.getDayOfWeek());
    assertThat(before.firstDay().plusDays(364)).isEqualTo(first);
  }

  @Test
  void aMonthThatIsNotWholeIsDays() {
    LocalDateTime begin = LocalDateTime.of(2024, 3, 1, 6, 0);
    LocalDateTime end = LocalDateTime.of(2024, 3, 31, 23, 59, 59);

    assertThat(Comparison.PREVIOUS.before(new ReportSpan(begin, end)))
        .isEqualTo(new ReportSpan(begin.minusDays(31), end.minusDays(31)));
  }

  @Test
  void isFoundByItsWord() {
    assertThat(Comparison.find("previous")).contains(Comparison.PREVIOUS);
    assertThat(Comparison.find("year")).contains(Comparison.YEAR);
    assertThat(Comparison.find("Year")).isEmpty();
    assertThat(Comparison.find("")).isEmpty();
  }
}
