package dev.vidiexport.app.console;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as users write them: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h}. */
public final class DurationOption {
  private static final Pattern SIMPLE = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
  private static final Duration LONGEST = Duration.ofDays(366);

  private DurationOption() {}

  /**
   * Reads a duration, in the short form or in ISO-8601.
   *
   * @throws IllegalArgumentException when it is neither, or not between 1 ms and 366 days; the
   *     message is a clause that goes on after the option's name
   */
  public static Duration parse(String text) {
    Duration duration = read(text);
    if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "must be from 1ms to 8784h, but was \"%s\"".formatted(text));
    }
    return duration;
  }

  private static Duration read(String text) {
    Matcher simple = SIMPLE.matcher(text);
    if (simple.matches()) {
      long amount = Long.parseLong(simple.group(1));
      return switch (simple.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        default -> Duration.ofHours(amount);
      };
    }
    try {
      return Duration.parse(text.toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException | ArithmeticException notIso) {
      throw new IllegalArgumentException(
          "must be a duration such as 500ms, 10s, 5m, 2h or PT10S, but was \"%s\"".formatted(text),
          notIso);
    }
  }
}
