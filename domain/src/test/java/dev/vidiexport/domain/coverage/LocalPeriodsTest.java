package dev.vidiexport.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalPeriodsTest {
  private static LocalPeriods periods(String resolution, String zone) {
    return LocalPeriods.of(
        TimeResolution.find(resolution).orElseThrow(), Optional.ofNullable(zone).map(ZoneId::of));
  }

  private static long second(String time) {
    return LocalPeriods.secondOf(LocalDateTime.parse(time));
  }

  @ParameterizedTest
  @CsvSource({
    "1h, , 2024-03-31T00:00, 2024-04-01T00:00, 24",
    "1h, Europe/Berlin, 2024-03-30T00:00, 2024-03-31T00:00, 24",
    "1h, Europe/Berlin, 2024-03-31T00:00, 2024-04-01T00:00, 23",
    "1h, Europe/Berlin, 2024-03-31T02:00, 2024-03-31T03:00, 0",
    "1h, Europe/Berlin, 2024-03-31T02:30, 2024-03-31T03:00, 0",
    "1h, Europe/Berlin, 2024-10-27T00:00, 2024-10-28T00:00, 25",
    "1h, Europe/Berlin, 2024-10-27T02:00, 2024-10-27T03:00, 2",
    "1h, Europe/Berlin, 2024-10-27T02:01, 2024-10-27T03:00, 0",
    "5m, Europe/Berlin, 2024-10-27T00:00, 2024-10-28T00:00, 300",
    "15m, Europe/Berlin, 2024-03-31T00:00, 2024-04-01T00:00, 92",
    "1h, America/New_York, 2024-03-10T00:00, 2024-03-11T00:00, 23",
    "1h, America/New_York, 2024-11-03T00:00, 2024-11-04T00:00, 25",
    "1h, America/New_York, 2024-11-03T01:00, 2024-11-03T02:00, 2",
    "1h, America/New_York, 2024-01-01T00:00, 2025-01-01T00:00, 8784",
    // Clocks there change by half an hour.
    "30m, Australia/Lord_Howe, 2024-10-06T00:00, 2024-10-07T00:00, 47",
    "30m, Australia/Lord_Howe, 2024-04-07T00:00, 2024-04-08T00:00, 49",
    "30m, Australia/Lord_Howe, 2024-04-07T01:30, 2024-04-07T02:00, 2",
    "15m, Australia/Lord_Howe, 2024-04-07T00:00, 2024-04-08T00:00, 98",
    "1h, Australia/Lord_Howe, 2024-10-06T00:00, 2024-10-07T00:00, 23",
    "1h, Australia/Lord_Howe, 2024-04-07T00:00, 2024-04-08T00:00, 24",
    // Clocks there changed at midnight.
    "1h, America/Sao_Paulo, 2018-11-04T00:00, 2018-11-05T00:00, 23",
    "1h, America/Sao_Paulo, 2018-02-17T00:00, 2018-02-18T00:00, 25",
    "1d, America/Sao_Paulo, 2018-11-04T00:00, 2018-11-05T00:00, 1",
    "1d, Europe/Berlin, 2024-03-31T00:00, 2024-04-01T00:00, 1",
    "1d, Europe/Berlin, 2024-01-01T00:00, 2025-01-01T00:00, 366",
    "1d, , 2024-01-01T00:01, 2024-01-02T00:00, 0",
    "7d, , 2024-01-01T00:00, 2024-01-08T00:00, 1",
    "7d, , 2024-01-01T00:01, 2024-01-08T00:00, 0",
    "7d, , 2024-01-01T00:00, 2024-12-30T00:00, 52",
    "7d, , 1969-12-29T00:00, 1970-01-05T00:00, 1",
    "1M, , 2024-01-01T00:00, 2024-02-01T00:00, 1",
    "1M, , 2024-01-01T00:00:01, 2024-02-01T00:00, 0",
    "1M, , 2023-11-15T00:00, 2025-02-01T00:00, 14",
    "1h, , 2024-01-02T00:00, 2024-01-01T00:00, 0",
    "1h, Europe/Berlin, 2024-10-28T00:00, 2024-10-26T00:00, 0",
  })
  void areCountedByTheirBegin(
      String resolution, String zone, String from, String to, long expected) {
    assertThat(periods(resolution, zone).count(second(from), second(to))).isEqualTo(expected);
  }

  @Test
  void areAsManyAsTheMomentsAtWhichTheClockShowsTheirBegin() {
    List<String> zones = List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe");
    List<TimeResolution> resolutions =
        List.of(
            TimeResolution.FIVE_MINUTES,
            TimeResolution.TEN_MINUTES,
            TimeResolution.FIFTEEN_MINUTES,
            TimeResolution.THIRTY_MINUTES,
            TimeResolution.ONE_HOUR);
    List<Duration> lengths =
        List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));
    Property.holds(
        300,
        random -> {
          ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
          int which = random.nextInt(resolutions.size());
          // Clocks change in these months.
          LocalDateTime month =
              LocalDate.of(2000 + random.nextInt(40), random.nextBoolean() ? 4 : 11, 1)
                  .atStartOfDay()
                  .minusDays(10);
          LocalDateTime from = month.plusMinutes(random.nextInt(20 * 24 * 60));
          LocalDateTime to = from.plusMinutes(random.nextInt(3 * 24 * 60));
          LocalPeriods periods = LocalPeriods.of(resolutions.get(which), Optional.of(zone));

          long expected = 0;
          for (LocalDateTime begin = from.toLocalDate().atStartOfDay();
              begin.isBefore(to);
              begin = begin.plus(lengths.get(which))) {
            if (!begin.isBefore(from)) {
              expected += zone.getRules().getValidOffsets(begin).size();
            }
          }

          assertThat(periods.count(LocalPeriods.secondOf(from), LocalPeriods.secondOf(to)))
              .as("%s in %s from %s to %s", resolutions.get(which), zone, from, to)
              .isEqualTo(expected);
        });
  }

  @Test
  void areNoneOfTheFinestRows() {
    TimeWindow day = TimeWindow.around(WindowLength.DAY, LocalDate.of(2024, 1, 1));

    assertThat(periods("finest", null).sizeOf(day)).isZero();
    assertThatThrownBy(() -> periods("30d", null).sizeOf(day))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("There are no periods of 30d in a window");
  }
}
