package dev.vidiexport.domain.planning;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts windows by how they stand. For one thread. */
final class WindowTally {
  private final Map<WindowState, Integer> windows = new EnumMap<>(WindowState.class);

  /**
   * Counts a window.
   *
   * @param state of what is first in it; empty where nothing is in it
   */
  void add(Optional<WindowState> state) {
    state.ifPresent(first -> windows.merge(first, 1, Integer::sum));
  }

  WindowCounts counts(int open) {
    return new WindowCounts(
        open,
        of(WindowState.MISSING),
        of(WindowState.COMPLETE),
        of(WindowState.DUE),
        of(WindowState.FAILED),
        of(WindowState.REFUSED),
        of(WindowState.STALE),
        of(WindowState.RETIRED));
  }

  private int of(WindowState state) {
    return windows.getOrDefault(state, 0);
  }
}
