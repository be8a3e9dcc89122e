package dev.vidiexport.sinks.csv;

/**
 * Keeps spreadsheets from running a text as a formula, by a single quote before it. For texts only:
 * a number with a minus sign is no danger, and must stay a number. Quotes and spaces before a
 * formula are looked through, because some programs take them away.
 */
enum FormulaGuard {
  KEEP {
    @Override
    String guarded(String text) {
      return text;
    }
  },
  GUARD {
    @Override
    String guarded(String text) {
      return beginsFormula(text) ? "'" + text : text;
    }
  };

  /** In full width, too, which programs of East Asia take for the same. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String LOOKED_THROUGH = "\"' ";

  private static boolean beginsFormula(String text) {
    int start = 0;
    while (start < text.length() && LOOKED_THROUGH.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start < text.length() && FORMULA_STARTS.indexOf(text.charAt(start)) >= 0;
  }

  abstract String guarded(String text);
}
