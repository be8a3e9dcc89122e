package dev.vidiexport.domain.text;

/**
 * Shows a text of unknown origin in a message: between double quotes, on one line, at most 60
 * characters of it, and with nothing in it that a terminal would act on.
 */
public final class QuotedText {
  private static final int MOST_CHARACTERS = 60;

  private QuotedText() {}

  /** The {@linkplain CleanText cleaned} text in double quotes. */
  public static String of(String text) {
    return "\"" + CleanText.escaped(text, MOST_CHARACTERS) + "\"";
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
}
