package dev.vidiexport.http.network;

import dev.vidiexport.domain.text.CleanText;
import java.util.regex.Pattern;

/** How a message repeats what a setting holds. */
final class ShownValue {
  /** A user name before a host, an escape, or a colon that is neither a scheme's nor a port's. */
  private static final Pattern MAYBE_PASSWORD = Pattern.compile("[@%]|:(?!//|\\d{1,5}/?$)");

  private static final int MOST_CHARACTERS = 200;

  private ShownValue() {}

  /** The end of a sentence that began with what the setting must be. */
  static String but(String value) {
    return MAYBE_PASSWORD.matcher(value).find()
        ? "but what it holds is not, and is not shown, since a password may be in it"
        : "but was " + quoted(value);
  }

  /** A value in which nobody writes a password. */
  static String quoted(String value) {
    return "\"" + CleanText.escaped(value, MOST_CHARACTERS) + "\"";
  }
}
