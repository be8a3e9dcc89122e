package dev.vidiexport.domain.rules;

import static dev.vidiexport.domain.catalogue.TypeSpecificArgument.AVERAGE_CONTENT_DURATION;
import static dev.vidiexport.domain.catalogue.TypeSpecificArgument.CONTENT_IDS;
import static dev.vidiexport.domain.catalogue.TypeSpecificArgument.EXTRAPOLATION_AMOUNT;

import dev.vidiexport.domain.text.QuotedText;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks how the arguments that only some data types take are written. */
final class ArgumentRules {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  private final Violations violations;

  ArgumentRules(Violations violations) {
    this.violations = violations;
  }

  /** Contents are asked for by ids of any printable characters. */
  void checkContentIds(@Nullable List<String> lists) {
    String argument = CONTENT_IDS.argument();
    List<String> ids = new ListRules(violations).items(argument, lists).orElse(List.of());
    ids.stream()
        .filter(id -> id.isBlank() || !QuotedText.isPrintable(id))
        .findFirst()
        .ifPresent(
            id ->
                violations.add(
                    argument,
                    "must be ids of printable characters, but found " + QuotedText.of(id)));
  }

  /** In seconds. */
  void checkAverageContentDuration(@Nullable String text) {
    if (text != null && !isNumber(text)) {
      violations.add(
          AVERAGE_CONTENT_DURATION.argument(),
          "must be a number of seconds such as 10 or 7.5, but was " + QuotedText.of(text));
    }
  }

  /** Empty stands for the average. */
  void checkExtrapolationAmount(@Nullable String text) {
    if (text != null && !text.isEmpty() && !isNumber(text)) {
      violations.add(
          EXTRAPOLATION_AMOUNT.argument(),
          "must be a number such as 10 or 7.5, or empty for the average, but was "
              + QuotedText.of(text));
    }
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
