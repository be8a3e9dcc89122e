package dev.vidiexport.domain.catalogue;

import java.util.List;

/** How the rows of a data type tell when they begin. */
enum TimeColumns {
  /** By {@code period_start}; beside it, its date and time may come on their own. */
  PERIOD_START,
  /** By {@code start_time}. */
  START_TIME,
  /** By date and time on their own, in place of {@code period_start}. */
  DATE_AND_TIME;

  private static final List<String> PARTS = List.of("period_start_date", "period_start_time");

  /** The columns that are always there. */
  List<String> promised() {
    return switch (this) {
      case PERIOD_START -> List.of("period_start");
      case START_TIME -> List.of("start_time");
      case DATE_AND_TIME -> PARTS;
    };
  }

  /** The columns that may follow them. */
  List<String> optional() {
    return switch (this) {
      case PERIOD_START -> PARTS;
      case START_TIME, DATE_AND_TIME -> List.of();
    };
  }
}
