package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.DurationOption;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a status must keep. */
final class StatusLimitReader {
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");
  private static final Pattern DAYS = Pattern.compile("([0-9]{1,4})d");

  private StatusLimitReader() {}

  /**
   * Reads a percentage.
   *
   * @throws IllegalArgumentException when it is none from 0 to 100; the message is a clause that
   *     goes on after the option's name
   */
  static BigDecimal percent(String text) {
    if (PERCENT.matcher(text).matches()) {
      BigDecimal percent = new BigDecimal(text);
      if (percent.compareTo(BigDecimal.valueOf(100)) <= 0) {
        return percent;
      }
    }
    throw new IllegalArgumentException(
        "must be a number from 0 to 100, such as 95 or 99.5, but was \"%s\"".formatted(text));
  }

  /**
   * Reads a duration, which may be of whole days.
   *
   * @throws IllegalArgumentException when it is none; the message is a clause that goes on after
   *     the option's name
   */
  static Duration duration(String text) {
    Matcher days = DAYS.matcher(text);
    return days.matches()
        ? Duration.ofDays(Long.parseLong(days.group(1)))
        : DurationOption.parse(text);
  }
}
