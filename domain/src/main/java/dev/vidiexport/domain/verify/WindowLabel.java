package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The name of a window, read back. */
final class WindowLabel {
  private WindowLabel() {}

  /** The window of a length that has this name; empty where there is none. */
  static Optional<TimeWindow> window(WindowLength length, String label) {
    try {
      LocalDate first = LocalDate.parse(label);
      return length.firstDayOf(first).equals(first)
          ? Optional.of(new TimeWindow(length, first))
          : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** The same of the id of a slice of an export: {@code viewers_hourly/2024-01-01/3f9a1c02}. */
  static Optional<TimeWindow> windowOfId(String export, WindowLength length, String id) {
    int begin = export.length() + 1;
    int end = id.indexOf('/', begin);
    return id.startsWith(export + "/") && end > 0
        ? window(length, id.substring(begin, end))
        : Optional.empty();
  }
}
