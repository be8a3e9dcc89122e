package dev.vidiexport.domain.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The main figure by hour. Immutable.
 *
 * @param days by date, each of the span
 * @param week by weekday, each of the seven: the mean over the dates on which at least one place
 *     measured the hour
 */
public record HourFigures(SortedMap<LocalDate, HoursOfDay> days, Map<DayOfWeek, HoursOfDay> week) {
  public HourFigures {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    EnumMap<DayOfWeek, HoursOfDay> copy = new EnumMap<>(DayOfWeek.class);
    copy.putAll(week);
    week = Collections.unmodifiableMap(copy);
  }
}
