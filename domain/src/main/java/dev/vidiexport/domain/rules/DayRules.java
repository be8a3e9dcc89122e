package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.text.QuotedText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the first and the last day of an export of a history. */
final class DayRules {
  /** The formatter alone would take other digits than 0 to 9, and years of more than four. */
  private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final DateTimeFormatter STRICT =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

  private final Violations violations;

  DayRules(Violations violations) {
    this.violations = violations;
  }

  /** The day that a text names; empty, and a violation, when it names none. */
  Optional<LocalDate> read(String key, String text) {
    String problem = "must be a day, YYYY-MM-DD, but was " + QuotedText.of(text);
    if (!SHAPE.matcher(text).matches()) {
      violations.add(key, problem);
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text, STRICT);
      if (day.getYear() >= 1) {
        return Optional.of(day);
      }
      violations.add(key, problem + ", and the first year is 0001");
    } catch (DateTimeParseException notInCalendar) {
      violations.add(key, problem + ", which is not in the calendar");
    }
    return Optional.empty();
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
