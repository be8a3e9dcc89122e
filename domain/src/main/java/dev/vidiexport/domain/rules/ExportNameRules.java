package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.text.QuotedText;
import java.util.regex.Pattern;

/** Checks the name of an entry of the project file, which names a folder on any system. */
public final class ExportNameRules {
  /** What a whole name matches, as a regular expression. */
  public static final String PATTERN = "[a-z][a-z0-9_]{0,62}";

  /** What it does not match. */
  public static final String RESERVED_BY_WINDOWS = "con|prn|aux|nul|com[0-9]|lpt[0-9]";

  private final Violations violations;

  ExportNameRules(Violations violations) {
    this.violations = violations;
  }

  void check(String name) {
    if (!Pattern.matches(PATTERN, name)) {
      violations.add(
          "name",
          "must be 1 to 63 of the characters a-z, 0-9 and _, and begin with a letter, but was "
              + QuotedText.of(name));
    } else if (Pattern.matches(RESERVED_BY_WINDOWS, name)) {
      violations.add(
          "name", "must not be one that Windows reserves, but was " + QuotedText.of(name));
    }
  }
}
