package dev.vidiexport.domain.status;

import dev.vidiexport.domain.history.TimeWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The windows of an export that are over, one after the other, each with a mark. Immutable.
 *
 * @param first the first of these windows; empty where there is none
 * @param all a mark for each window, from the first on
 */
public record WindowStrip(Optional<TimeWindow> first, List<WindowMark> all) {
  /** Of an export of which no window is over. */
  public static final WindowStrip NONE = new WindowStrip(Optional.empty(), List.of());

  public WindowStrip {
    all = List.copyOf(all);
    if (first.isPresent() == all.isEmpty()) {
      throw new IllegalArgumentException(
          "first must be there where windows are, but was %s with %s windows"
              .formatted(first, all.size()));
    }
  }

  /**
   * The same in fewer marks: each stands for as many windows as the others, the last one perhaps
   * for fewer, and is the worst of theirs, so that no hole is hidden.
   *
   * @param most how many marks there may be, at least 1
   */
  public List<WindowMark> marks(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, but was " + most);
    }
    int each = windowsOfMark(most);
    List<WindowMark> marks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += each) {
      marks.add(Collections.min(all.subList(from, Math.min(all.size(), from + each))));
    }
    return List.copyOf(marks);
  }

  /** How many windows one of so many marks stands for; at least 1. */
  public int windowsOfMark(int most) {
    return Math.max(1, (all.size() + most - 1) / most);
  }
}
