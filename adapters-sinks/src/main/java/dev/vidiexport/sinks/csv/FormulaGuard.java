package dev.vidiexport.sinks.csv;

/**
 * Keeps spreadsheets from running a text as a formula, by a single quote before it. For texts only:
 * a number with a minus sign is no danger, and must stay a number.
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
      return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
  };

  private static final String FORMULA_STARTS = "=+-@\t\r";

  abstract String guarded(String text);
}
