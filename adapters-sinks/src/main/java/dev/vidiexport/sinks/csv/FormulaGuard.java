package dev.vidiexport.sinks.csv;

import dev.vidiexport.domain.table.FormulaText;

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
      return FormulaText.isOne(text) ? "'" + text : text;
    }
  };

  abstract String guarded(String text);
}
