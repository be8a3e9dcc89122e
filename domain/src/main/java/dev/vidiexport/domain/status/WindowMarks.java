package dev.vidiexport.domain.status;

import dev.vidiexport.domain.planning.WindowState;
import java.util.Optional;

/** Makes marks of what a plan finds in windows. */
final class WindowMarks {
  private WindowMarks() {}

  /**
   * The mark of a window.
   *
   * @param state of what is first in it; empty where nothing is in it
   */
  static WindowMark of(Optional<WindowState> state) {
    return state.map(WindowMarks::mark).orElse(WindowMark.NOTHING);
  }

  private static WindowMark mark(WindowState state) {
    return switch (state) {
      case FAILED -> WindowMark.FAILED;
      case REFUSED -> WindowMark.REFUSED;
      case STALE -> WindowMark.STALE;
      case MISSING -> WindowMark.MISSING;
      case DUE -> WindowMark.DUE;
      case COMPLETE -> WindowMark.COMPLETE;
      case RETIRED -> WindowMark.RETIRED;
    };
  }
}
