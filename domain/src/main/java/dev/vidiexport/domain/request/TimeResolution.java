package dev.vidiexport.domain.request;

import java.util.Arrays;
import java.util.Optional;

/** How long a time one row stands for (VidiCenter data export, Time resolutions). */
public enum TimeResolution {
  /** One row for each object that was seen; not aggregated. */
  FINEST("finest"),
  FIVE_MINUTES("5m"),
  TEN_MINUTES("10m"),
  FIFTEEN_MINUTES("15m"),
  THIRTY_MINUTES("30m"),
  ONE_HOUR("1h"),
  ONE_DAY("1d"),
  SEVEN_DAYS("7d"),
  THIRTY_DAYS("30d"),
  /** A calendar month. */
  ONE_MONTH("1M");

  private static final long MOST_FINEST_ROWS = 3_000_000;
  private static final long MOST_AGGREGATED_ROWS = 20_000_000;

  private final String argument;

  TimeResolution(String argument) {
    this.argument = argument;
  }

  /** VidiCenter's word for it. */
  public String argument() {
    return argument;
  }

  /** Whether rows are sums over a period; all are, but the finest. */
  public boolean isAggregated() {
    return this != FINEST;
  }

  /**
   * How many rows the service puts into one export (VidiCenter data export, Limits): one that has
   * as many was probably cut off.
   */
  public long rowLimit() {
    return isAggregated() ? MOST_AGGREGATED_ROWS : MOST_FINEST_ROWS;
  }

  /** The resolution that VidiCenter calls by this word, which is case-sensitive. */
  public static Optional<TimeResolution> find(String argument) {
    return Arrays.stream(values())
        .filter(resolution -> resolution.argument.equals(argument))
        .findFirst();
  }
}
