package dev.vidiexport.app.metrics;

import dev.vidiexport.domain.planning.WindowCounts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words for the states of windows: those of {@code status --json}. */
final class WindowStates {
  private WindowStates() {}

  /** How many windows are in which state; every state is there. */
  static Map<String, Integer> of(WindowCounts counts) {
    Map<String, Integer> states = new LinkedHashMap<>();
    states.put("open", counts.open());
    states.put("missing", counts.missing());
    states.put("complete", counts.complete());
    states.put("due", counts.due());
    states.put("failed", counts.failed());
    states.put("refused", counts.refused());
    states.put("stale", counts.stale());
    states.put("retired", counts.retired());
    return states;
  }
}
