package dev.vidiexport.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowLengthTest {
  @ParameterizedTest
  @CsvSource({
    "1d, 2024-02-29, 2024-02-29, 2024-02-29, 2024-03-01",
    "1d, 2024-12-31, 2024-12-31, 2024-12-31, 2025-01-01",
    "7d, 2024-01-01, 2024-01-01, 2024-01-07, 2024-01-08",
    "7d, 2024-01-07, 2024-01-01, 2024-01-07, 2024-01-08",
    // 2020 has 53 weeks, of which the last ends in 2021.
    "7d, 2021-01-01, 2020-12-28, 2021-01-03, 2021-01-04",
    "7d, 2024-02-29, 2024-02-26, 2024-03-03, 2024-03-04",
    "1M, 2023-02-10, 2023-02-01, 2023-02-28, 2023-03-01",
    "1M, 2024-02-10, 2024-02-01, 2024-02-29, 2024-03-01",
    "1M, 2100-02-28, 2100-02-01, 2100-02-28, 2100-03-01",
    "1M, 2024-04-30, 2024-04-01, 2024-04-30, 2024-05-01",
    "1M, 2024-12-31, 2024-12-01, 2024-12-31, 2025-01-01"
  })
  void putsADayIntoAWindow(
      String word, LocalDate day, LocalDate first, LocalDate last, LocalDate next) {
    TimeWindow window = TimeWindow.around(WindowLength.find(word).orElseThrow(), day);

    assertThat(window.firstDay()).isEqualTo(first);
    assertThat(window.lastDay()).isEqualTo(last);
    assertThat(window.next().firstDay()).isEqualTo(next);
    assertThat(window.next().previous()).isEqualTo(window);
    assertThat(window.lastSecond()).isEqualTo(last.atTime(23, 59, 59));
    assertThat(window.firstSecondAfter()).isEqualTo(next.atStartOfDay());
  }

  @ParameterizedTest
  @CsvSource({
    "1d, 2024-02-29, 2024-02-29, 2024-02-29, 2024-02-29, 2024-02-29",
    "7d, 2024-01-03, 2024-01-01, 2024-01-08, 2023-12-31, 2024-01-07",
    "7d, 2024-01-01, 2024-01-01, 2024-01-01, 2023-12-31, 2024-01-07",
    "7d, 2024-01-07, 2024-01-01, 2024-01-08, 2024-01-07, 2024-01-07",
    "1M, 2024-02-28, 2024-02-01, 2024-03-01, 2024-01-31, 2024-02-29",
    "1M, 2024-02-29, 2024-02-01, 2024-03-01, 2024-02-29, 2024-02-29",
    "1M, 2024-03-01, 2024-03-01, 2024-03-01, 2024-02-29, 2024-03-31"
  })
  void knowsTheNearestDaysThatBeginAndEndAWindow(
      String word,
      LocalDate day,
      LocalDate previousFirst,
      LocalDate nextFirst,
      LocalDate previousLast,
      LocalDate nextLast) {
    WindowLength length = WindowLength.find(word).orElseThrow();

    assertThat(length.previousFirstDay(day)).isEqualTo(previousFirst);
    assertThat(length.nextFirstDay(day)).isEqualTo(nextFirst);
    assertThat(length.previousLastDay(day)).isEqualTo(previousLast);
    assertThat(length.nextLastDay(day)).isEqualTo(nextLast);
  }

  @Test
  void cutsTimeWithoutGapAndOverlap() {
    Property.holds(
        300,
        random -> {
          WindowLength length = WindowLength.values()[random.nextInt(3)];
          LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(60_000));

          TimeWindow window = TimeWindow.around(length, day);

          assertThat(day).isBetween(window.firstDay(), window.lastDay());
          assertThat(window.next().firstDay()).isEqualTo(window.lastDay().plusDays(1));
          assertThat(window.days())
              .isEqualTo((int) window.firstDay().datesUntil(window.next().firstDay()).count());
          assertThat(window.compareTo(window.next())).isNegative();
          if (length == WindowLength.WEEK) {
            assertThat(window.firstDay().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "1d, finest 5m 10m 15m 30m 1h 1d",
    "7d, finest 5m 10m 15m 30m 1h 1d 7d",
    "1M, finest 5m 10m 15m 30m 1h 1d 1M"
  })
  void takesResolutionsWhosePeriodsAreWholeInIt(String word, String resolutions) {
    WindowLength length = WindowLength.find(word).orElseThrow();

    assertThat(
            Arrays.stream(TimeResolution.values())
                .filter(length::takes)
                .map(TimeResolution::argument)
                .collect(Collectors.joining(" ")))
        .isEqualTo(resolutions);
  }
}
