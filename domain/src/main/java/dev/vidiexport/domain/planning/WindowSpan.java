package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.TimeWindow;
import java.time.Instant;
import java.util.Optional;

/**
 * The windows of an export: which belong to its time, which of these are over, and which are
 * selected. Immutable.
 */
public final class WindowSpan {
  private final TimeWindow first;
  private final Optional<TimeWindow> last;
  private final Optional<TimeWindow> newestClosed;
  private final PlanSettings settings;
  private final WindowClosings closings;

  /**
   * The windows of an export.
   *
   * @param closings when they are over
   */
  public WindowSpan(HistoryExport export, PlanSettings settings, WindowClosings closings) {
    this.first = export.firstWindow();
    this.last = export.end().map(day -> TimeWindow.around(export.windowLength(), day));
    this.settings = settings;
    this.closings = closings;
    this.newestClosed = findNewestClosed(settings.asOf());
  }

  private Optional<TimeWindow> findNewestClosed(Instant asOf) {
    TimeWindow newest = TimeWindow.around(first.length(), closings.dayAt(asOf));
    while (!closings.isOver(newest, asOf)) {
      newest = newest.previous();
    }
    while (closings.isOver(newest.next(), asOf)) {
      newest = newest.next();
    }
    TimeWindow closed = last.isPresent() && last.get().compareTo(newest) < 0 ? last.get() : newest;
    return Optional.of(closed).filter(window -> window.compareTo(first) >= 0);
  }

  /** The first window of its time. */
  public TimeWindow first() {
    return first;
  }

  /** The newest window that is over; empty while none is. */
  public Optional<TimeWindow> newestClosed() {
    return newestClosed;
  }

  /** Whether a window of the export's length lies in its time. */
  boolean contains(TimeWindow window) {
    return window.compareTo(first) >= 0 && (last.isEmpty() || window.compareTo(last.get()) <= 0);
  }

  /** Whether a window is over and lies in the time of the export. */
  boolean isClosed(TimeWindow window) {
    return newestClosed.isPresent()
        && window.compareTo(newestClosed.get()) <= 0
        && window.compareTo(first) >= 0;
  }

  /** Whether a window touches the days that were selected. */
  boolean isSelected(TimeWindow window) {
    return settings.selects(window);
  }

  /**
   * How many selected windows are open: all that remain where the export has an end, else the one
   * that has begun.
   */
  int openWindows() {
    TimeWindow window = newestClosed.map(TimeWindow::next).orElse(first);
    if (last.isEmpty()) {
      return closings.hasBegun(window, settings.asOf()) && isSelected(window) ? 1 : 0;
    }
    int open = 0;
    for (; window.compareTo(last.get()) <= 0; window = window.next()) {
      open += isSelected(window) ? 1 : 0;
    }
    return open;
  }
}
