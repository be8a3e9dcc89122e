package dev.vidiexport.domain.topology;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads since when a location is there, and when it uploaded last, as VidiCenter writes it: to the
 * second, in the location's own time.
 */
public final class CreationText {
  /** Whatever follows it makes no difference: a fraction is less than a second, a zone its own. */
  private static final Pattern TIME =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?).*)?");

  private CreationText() {}

  /** The time; a day alone is its first second. Empty where it is none. */
  public static Optional<LocalDateTime> time(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalTime time =
          matcher.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group(2));
      return Optional.of(LocalDate.parse(matcher.group(1)).atTime(time));
    } catch (DateTimeParseException impossible) {
      // 2024-02-30 is no time.
      return Optional.empty();
    }
  }
}
