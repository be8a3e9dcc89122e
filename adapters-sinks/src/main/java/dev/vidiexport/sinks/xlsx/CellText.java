package dev.vidiexport.sinks.xlsx;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts as a workbook writes them: what XML 1.0 cannot hold, or would change, stands as {@code
 * _xHHHH_}, and Excel shows it as it was. The rule is that of ECMA-376, ST_Xstring.
 */
final class CellText {
  /** A text that has this form of its own accord would be taken for an escape. */
  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private CellText() {}

  static String of(String text) {
    String plain =
        text.indexOf("_x") < 0 ? text : LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
    StringBuilder escaped = null;
    for (int at = 0; at < plain.length(); at++) {
      char character = plain.charAt(at);
      boolean edge = at == 0 || at == plain.length() - 1;
      if (isLost(character) || (edge && isWhiteSpace(character))) {
        if (escaped == null) {
          escaped = new StringBuilder(plain.substring(0, at));
        }
        escaped.append(String.format(Locale.ROOT, "_x%04X_", (int) character));
      } else if (escaped != null) {
        escaped.append(character);
      }
    }
    return escaped == null ? plain : escaped.toString();
  }

  /** No character of XML, or one that a reader of XML makes another of. */
  private static boolean isLost(char character) {
    return (character < ' ' && character != '\t' && character != '\n') || character >= '\uFFFE';
  }

  /** At the edges of a text readers drop these. */
  private static boolean isWhiteSpace(char character) {
    return character == ' ' || character == '\t' || character == '\n';
  }
}
