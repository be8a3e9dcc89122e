package dev.vidiexport.domain.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The main figure of each hour of a day. Immutable.
 *
 * @param values 24 of them, from midnight on; empty where no place measured the hour
 */
public record HoursOfDay(List<OptionalDouble> values) {
  /** How many hours a day has. */
  public static final int COUNT = 24;

  public HoursOfDay {
    values = List.copyOf(values);
    if (values.size() != COUNT) {
      throw new IllegalArgumentException("values must be 24, but were " + values.size());
    }
  }

  /** The main figure of an hour, from 0 to 23. */
  public OptionalDouble of(int hour) {
    return values.get(hour);
  }
}
