package dev.vidiexport.domain.enrichment;

import java.util.List;

/** The keys that tell the time of a row. */
final class TimeKeys {
  static final String PERIOD_START = "period_start";
  static final String START_TIME = "start_time";
  static final String DATE = "period_start_date";

  /** Of several the first counts. */
  static final List<String> IN_ORDER = List.of(PERIOD_START, START_TIME, DATE);

  private TimeKeys() {}

  /** What the names of the parts of a time begin with. */
  static String calendarPrefix(String key) {
    return key.equals(START_TIME) ? "start" : "period";
  }

  /** What the names of a time in UTC begin with. */
  static String utcPrefix(String key) {
    return key.equals(START_TIME) ? START_TIME : PERIOD_START;
  }
}
