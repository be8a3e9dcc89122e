package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.TimeWindow;
import java.util.Optional;

/** Is told how the windows of an export stand that are over and selected, from the first on. */
@FunctionalInterface
public interface WindowListener {
  /**
   * A window has been looked at; the next one is that which follows it.
   *
   * @param state of what is first in it; empty where nothing is in it
   * @param isWhole whether nothing that is asked for in it lacks an answer
   */
  void onReviewed(TimeWindow window, Optional<WindowState> state, boolean isWhole);
}
