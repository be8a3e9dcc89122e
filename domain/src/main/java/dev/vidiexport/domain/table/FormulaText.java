package dev.vidiexport.domain.table;

/**
 * Tells texts that spreadsheets run as formulas when they read them from a file of plain text.
 * Quotes and spaces before a formula are looked through, because some programs take them away.
 *
 * @since 0.1.0
 */
public final class FormulaText {
  /** In full width, too, which programs of East Asia take for the same. */
  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String LOOKED_THROUGH = "\"' ";

  private FormulaText() {}

  /** Whether a text would be run. */
  public static boolean isOne(String text) {
    int start = 0;
    while (start < text.length() && LOOKED_THROUGH.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start < text.length() && STARTS.indexOf(text.charAt(start)) >= 0;
  }
}
