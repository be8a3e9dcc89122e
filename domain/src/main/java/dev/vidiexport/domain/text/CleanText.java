package dev.vidiexport.domain.text;

import java.util.Locale;
import java.util.function.IntFunction;

/** Makes a text of unknown origin fit to be shown on a terminal. */
public final class CleanText {
  private static final String CUT = "…";

  private CleanText() {}

  /**
   * The text on one line: line breaks and tabs become spaces, and everything else that could steer
   * a terminal or turn the order of characters (controls, bidirectional marks, line separators,
   * lone surrogates) as a visible escape.
   *
   * @param most the most characters of the result; what is longer ends with an ellipsis
   */
  public static String of(String raw, int most) {
    return cut(raw, most, CleanText::folded);
  }

  /** The same, but with line breaks and tabs as visible escapes, too. */
  public static String escaped(String raw, int most) {
    return cut(raw, most, CleanText::visible);
  }

  private static String cut(String raw, int most, IntFunction<String> shown) {
    StringBuilder clean = new StringBuilder(Math.min(raw.length(), most));
    for (int index = 0; index < raw.length(); ) {
      int codePoint = raw.codePointAt(index);
      index += Character.charCount(codePoint);
      String next = shown.apply(codePoint);
      boolean last = index == raw.length();
      if (clean.length() + next.length() > (last ? most : most - CUT.length())) {
        return clean.append(CUT).toString();
      }
      clean.append(next);
    }
    return clean.toString();
  }

  private static String folded(int codePoint) {
    boolean isLineBreakOrTab = codePoint >= '\t' && codePoint <= '\r';
    return isLineBreakOrTab ? " " : visible(codePoint);
  }

  private static String visible(int codePoint) {
    return QuotedText.isPrintable(codePoint)
        ? Character.toString(codePoint)
        : String.format(Locale.ROOT, "\\u{%04X}", codePoint);
  }
}
