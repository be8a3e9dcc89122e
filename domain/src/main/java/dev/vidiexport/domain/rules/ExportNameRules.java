package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.text.QuotedText;
import java.util.regex.Pattern;

/** Checks the name of an entry of the project file, which names a folder on any system. */
final class ExportNameRules {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern RESERVED_BY_WINDOWS =
      Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

  private final Violations violations;

  ExportNameRules(Violations violations) {
    this.violations = violations;
  }

  void check(String name) {
    if (!NAME.matcher(name).matches()) {
      violations.add(
          "name",
          "must be 1 to 63 of the characters a-z, 0-9 and _, and begin with a letter, but was "
              + QuotedText.of(name));
    } else if (RESERVED_BY_WINDOWS.matcher(name).matches()) {
      violations.add(
          "name", "must not be one that Windows reserves, but was " + QuotedText.of(name));
    }
  }
}
