package dev.vidiexport.http;

import java.util.Locale;

/** Makes text that came from outside fit to be shown on a terminal. */
final class CleanText {
  private static final String CUT = "…";

  private CleanText() {}

  /**
   * The text with line breaks and tabs as spaces, and with everything that could steer a terminal
   * or turn the order of characters (controls, bidirectional marks, line separators, lone
   * surrogates) as a visible escape.
   *
   * @param most the most characters of the result; what is longer ends with an ellipsis
   */
  static String of(String raw, int most) {
    StringBuilder clean = new StringBuilder(Math.min(raw.length(), most));
    for (int index = 0; index < raw.length(); ) {
      int codePoint = raw.codePointAt(index);
      index += Character.charCount(codePoint);
      String shown = shown(codePoint);
      boolean last = index == raw.length();
      if (clean.length() + shown.length() > (last ? most : most - CUT.length())) {
        return clean.append(CUT).toString();
      }
      clean.append(shown);
    }
    return clean.toString();
  }

  private static String shown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL ->
          Character.isWhitespace(codePoint) && codePoint <= '\r' ? " " : escape(codePoint);
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          escape(codePoint);
      default -> Character.toString(codePoint);
    };
  }

  private static String escape(int codePoint) {
    return String.format(Locale.ROOT, "\\u{%04X}", codePoint);
  }
}
