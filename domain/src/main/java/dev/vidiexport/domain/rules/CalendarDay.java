package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.text.QuotedText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** Reads days as users write them: {@code 2024-01-31}. */
public final class CalendarDay {
  /** The formatter alone would take other digits than 0 to 9, and years of more than four. */
  private static final Pattern SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final DateTimeFormatter STRICT =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

  private CalendarDay() {}

  /**
   * The day, from the year 1 to 9999.
   *
   * @throws IllegalArgumentException when the text names none; the message is a clause that goes on
   *     after the name of what was to be a day
   */
  public static LocalDate parse(String text) {
    String problem = "must be a day, YYYY-MM-DD, but was " + QuotedText.of(text);
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(problem);
    }
    try {
      LocalDate day = LocalDate.parse(text, STRICT);
      if (day.getYear() >= 1) {
        return day;
      }
      throw new IllegalArgumentException(problem + ", and the first year is 0001");
    } catch (DateTimeParseException notInCalendar) {
      throw new IllegalArgumentException(problem + ", which is not in the calendar", notInCalendar);
    }
  }
}
