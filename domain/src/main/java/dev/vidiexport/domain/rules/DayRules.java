package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the first and the last day of an export of a history. */
final class DayRules {
  private final Violations violations;

  DayRules(Violations violations) {
    this.violations = violations;
  }

  /** The day that a text names; empty, and a violation, when it names none. */
  Optional<LocalDate> read(String key, String text) {
    try {
      return Optional.of(CalendarDay.parse(text));
    } catch (IllegalArgumentException noDay) {
      violations.add(key, String.valueOf(noDay.getMessage()));
      return Optional.empty();
    }
  }

  /** The whole time must be made of whole windows. */
  void checkWindows(WindowLength length, Optional<LocalDate> start, Optional<LocalDate> end) {
    start.ifPresent(first -> checkBegins(length, first));
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      violations.add(
          "end", "must not be before start, but was %s < %s".formatted(end.get(), start.get()));
    } else {
      end.ifPresent(last -> checkEnds(length, last, start));
    }
  }

  private void checkBegins(WindowLength length, LocalDate start) {
    TimeWindow window = TimeWindow.around(length, start);
    if (!window.firstDay().equals(start)) {
      violations.add(
          "start",
          "must begin a window of %s, as %s and %s do, but was %s"
              .formatted(length.word(), window.firstDay(), window.next().firstDay(), start));
    }
  }

  private void checkEnds(WindowLength length, LocalDate end, Optional<LocalDate> start) {
    TimeWindow window = TimeWindow.around(length, end);
    if (!window.lastDay().equals(end)) {
      LocalDate before = window.firstDay().minusDays(1);
      boolean isTooEarly = start.filter(before::isBefore).isPresent();
      violations.add(
          "end",
          "must end a window of %s, as %s, but was %s"
              .formatted(
                  length.word(),
                  isTooEarly
                      ? window.lastDay() + " does"
                      : before + " and " + window.lastDay() + " do",
                  end));
    }
  }
}
