package dev.vidiexport.domain.text;

import java.util.Locale;

/**
 * Shows a text of unknown origin in a message: between double quotes, on one line, at most 60
 * characters of it, and with nothing in it that a terminal would act on.
 */
public final class QuotedText {
  private static final int MOST_CHARACTERS = 60;

  private QuotedText() {}

  /**
   * The text in double quotes. Characters that are not {@linkplain #isPrintable printable} stand as
   * escapes ({@code \}{@code u001b}); what is cut off is shown by an ellipsis.
   */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    int index = 0;
    while (index < text.length()) {
      int character = text.codePointAt(index);
      String next = isPrintable(character) ? Character.toString(character) : escape(character);
      if (shown.length() + next.length() > MOST_CHARACTERS) {
        return "\"" + shown + "…\"";
      }
      shown.append(next);
      index += Character.charCount(character);
    }
    return "\"" + shown + "\"";
  }

  /** Whether every character of a text is {@linkplain #isPrintable(int) printable}. */
  public static boolean isPrintable(String text) {
    return text.codePoints().allMatch(QuotedText::isPrintable);
  }

  /**
   * Whether a code point shows as itself and as nothing else: no control character, no line or
   * paragraph separator, no half of a surrogate pair, and none of those that format the text around
   * them, such as the overrides of the direction of writing.
   */
  public static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static String escape(int character) {
    String digits = Integer.toHexString(character).toLowerCase(Locale.ROOT);
    return "\\u" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
