package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.text.QuotedText;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the range of an export (VidiCenter data export, start and end). */
final class TimeRules {
  /** The formatter alone would take other digits than 0 to 9, and years of more than four. */
  private static final Pattern SHAPE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}");

  private static final DateTimeFormatter STRICT =
      ExportRequest.TIME.withResolverStyle(ResolverStyle.STRICT);

  private final Violations violations;

  TimeRules(Violations violations) {
    this.violations = violations;
  }

  /** The time that a text names; empty, and a violation, when it names none. */
  Optional<LocalDateTime> read(String argument, @Nullable String text) {
    return violations.required(argument, text).flatMap(given -> parse(argument, given));
  }

  /** Both ends belong to the range, so they may be equal. */
  void checkOrder(Optional<LocalDateTime> start, Optional<LocalDateTime> end) {
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      violations.add(
          "end",
          "must not be before %s, but was %s < %s"
              .formatted(
                  violations.nameOf("start"),
                  STRICT.format(end.get()),
                  STRICT.format(start.get())));
    }
  }

  private Optional<LocalDateTime> parse(String argument, String text) {
    if (!SHAPE.matcher(text).matches()) {
      violations.add(argument, problem(text));
      return Optional.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.parse(text, STRICT);
      if (time.getYear() >= 1) {
        return Optional.of(time);
      }
      violations.add(argument, problem(text) + ", and the first year is 0001");
    } catch (DateTimeParseException notInCalendar) {
      violations.add(argument, problem(text) + ", which is not a valid date and time");
    }
    return Optional.empty();
  }

  private static String problem(String text) {
    return "must be YYYY-MM-DDTHH:mm:SS, but was " + QuotedText.of(text);
  }
}
