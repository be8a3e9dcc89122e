package dev.vidiexport.domain.status;

import dev.vidiexport.domain.history.TimeWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the windows of an export that are over, from the first to the last, and finds out up to
 * which nothing is missing. For one thread.
 */
public final class WindowSurvey {
  private final List<WindowMark> marks = new ArrayList<>();
  private @Nullable TimeWindow first;
  private @Nullable TimeWindow last;
  private @Nullable TimeWindow lastWhole;
  private boolean hasHole;

  /**
   * Takes the next window.
   *
   * @param window the one that follows the last one
   * @param isWhole whether nothing in it is without an answer
   */
  public void add(TimeWindow window, WindowMark mark, boolean isWhole) {
    if (last != null && !last.next().equals(window)) {
      throw new IllegalArgumentException(
          "window must follow %s, but was %s".formatted(last.label(), window.label()));
    }
    first = first == null ? window : first;
    last = window;
    hasHole |= !isWhole;
    lastWhole = hasHole ? lastWhole : window;
    // What is there already may be old; what is not there is a hole whatever else there is.
    boolean isHidden = !isWhole && mark.compareTo(WindowMark.MISSING) > 0;
    marks.add(isHidden ? WindowMark.MISSING : mark);
  }

  /** The strip of all windows so far. */
  public WindowStrip strip() {
    return new WindowStrip(Optional.ofNullable(first), marks);
  }

  /** The first window; empty where there is none. */
  public Optional<TimeWindow> first() {
    return Optional.ofNullable(first);
  }

  /** The last window; empty where there is none. */
  public Optional<TimeWindow> last() {
    return Optional.ofNullable(last);
  }

  /** The last day up to which nothing is missing; empty when something of the first window is. */
  public Optional<LocalDate> currentTo() {
    return Optional.ofNullable(lastWhole).map(TimeWindow::lastDay);
  }

  /**
   * The last window before what is missing, perhaps the one before the first; empty where nothing
   * is missing.
   */
  public Optional<TimeWindow> lastBeforeHole() {
    return hasHole
        ? Optional.ofNullable(lastWhole).or(() -> first().map(TimeWindow::previous))
        : Optional.empty();
  }
}
