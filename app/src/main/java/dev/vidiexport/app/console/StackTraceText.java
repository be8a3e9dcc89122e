package dev.vidiexport.app.console;

import dev.vidiexport.domain.text.CleanText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Shows where an error came from, like Java itself, but for what exceptions say: that may have come
 * from outside, so each says it on one line, cleaned and without secrets.
 */
final class StackTraceText {
  private static final int MOST_CHARACTERS = 500;

  private final Set<Throwable> shown = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> lines = new ArrayList<>();
  private final UnaryOperator<String> secretsHidden;

  private StackTraceText(UnaryOperator<String> secretsHidden) {
    this.secretsHidden = secretsHidden;
  }

  /**
   * The lines to show.
   *
   * @param secretsHidden gives a text without secrets
   */
  static List<String> lines(Throwable thrown, UnaryOperator<String> secretsHidden) {
    StackTraceText text = new StackTraceText(secretsHidden);
    text.add("", thrown);
    return text.lines;
  }

  private void add(String caption, Throwable thrown) {
    if (!shown.add(thrown)) {
      return;
    }
    String said = secretsHidden.apply(String.valueOf(thrown));
    lines.add(caption + CleanText.of(said, MOST_CHARACTERS));
    for (StackTraceElement frame : thrown.getStackTrace()) {
      lines.add("    at " + CleanText.of(frame.toString(), MOST_CHARACTERS));
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      add("Suppressed: ", suppressed);
    }
    Throwable cause = thrown.getCause();
    if (cause != null) {
      add("Caused by: ", cause);
    }
  }
}
