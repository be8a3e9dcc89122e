package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.text.QuotedText;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long after the end of a window it is looked at once more: 0 to 9,999 days. */
final class LookbackRules {
  private static final Pattern DAYS = Pattern.compile("([0-9]{1,4})d");

  private final Violations violations;

  LookbackRules(Violations violations) {
    this.violations = violations;
  }

  /** The number of days; empty, and a violation, when the text names none. */
  OptionalInt read(String text) {
    Matcher days = DAYS.matcher(text);
    if (days.matches()) {
      return OptionalInt.of(Integer.parseInt(days.group(1)));
    }
    violations.add(
        "lookback",
        "must be whole days from 0d to 9999d, such as 7d, but was " + QuotedText.of(text));
    return OptionalInt.empty();
  }
}
