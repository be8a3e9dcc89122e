package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.HourFigures;
import dev.vidiexport.domain.report.HoursOfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reckons the main figure by hour. */
final class HourReckoning {
  private HourReckoning() {}

  static HourFigures of(SpanReckoning span) {
    SortedMap<LocalDate, HoursOfDay> days = new TreeMap<>();
    Map<DayOfWeek, Means> means = new EnumMap<>(DayOfWeek.class);
    for (int day : span.dayLines()) {
      LocalDate date = span.days().date(day);
      OptionalDouble[] hours = span.hours(day);
      days.put(date, new HoursOfDay(Arrays.asList(hours)));
      means.computeIfAbsent(date.getDayOfWeek(), weekday -> new Means()).add(hours);
    }
    Map<DayOfWeek, HoursOfDay> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      week.put(weekday, means.getOrDefault(weekday, new Means()).hours());
    }
    return new HourFigures(days, week);
  }

  /** The mean of each hour over the dates that have it. */
  private static final class Means {
    private final double[] sums = new double[HoursOfDay.COUNT];
    private final int[] dates = new int[HoursOfDay.COUNT];

    void add(OptionalDouble[] hours) {
      for (int hour = 0; hour < HoursOfDay.COUNT; hour++) {
        if (hours[hour].isPresent()) {
          sums[hour] += hours[hour].getAsDouble();
          dates[hour]++;
        }
      }
    }

    HoursOfDay hours() {
      return new HoursOfDay(
          IntStream.range(0, HoursOfDay.COUNT)
              .mapToObj(
                  hour ->
                      dates[hour] == 0
                          ? OptionalDouble.empty()
                          : OptionalDouble.of(sums[hour] / dates[hour]))
              .toList());
    }
  }
}
