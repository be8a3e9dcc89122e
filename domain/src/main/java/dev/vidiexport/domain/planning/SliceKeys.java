package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Keys of slices of one export, window by window. There may be millions of them, so a key is made
 * when it is looked at, and what is kept is the window once and the sources by reference.
 * Immutable.
 */
final class SliceKeys extends AbstractList<SliceKey> implements RandomAccess {
  private final String export;
  private final List<TimeWindow> windows;
  private final int[] ends;
  private final List<SourceSet> sources;

  private SliceKeys(Builder builder) {
    this.export = builder.export;
    this.windows = builder.windows;
    this.ends = Arrays.copyOf(builder.ends, builder.windows.size());
    this.sources = builder.sources;
  }

  @Override
  public SliceKey get(int index) {
    SourceSet wanted = sources.get(index);
    int found = Arrays.binarySearch(ends, index);
    // An end is the index behind the last key of its window, and so the first one of the next.
    return new SliceKey(export, windows.get(found >= 0 ? found + 1 : -found - 1), wanted);
  }

  @Override
  public int size() {
    return sources.size();
  }

  /** Collects keys. For one thread; of no use once the keys are built. */
  static final class Builder {
    private final String export;
    private final List<TimeWindow> windows = new ArrayList<>();
    private final List<SourceSet> sources = new ArrayList<>();
    private int[] ends = new int[16];

    Builder(String export) {
      this.export = requireNonNull(export, "export must not be null");
    }

    void add(TimeWindow window, SourceSet wanted) {
      int last = windows.size() - 1;
      if (last < 0 || !windows.get(last).equals(window)) {
        windows.add(window);
        last++;
        if (last == ends.length) {
          ends = Arrays.copyOf(ends, 2 * last);
        }
      }
      sources.add(wanted);
      ends[last] = sources.size();
    }

    SliceKeys build() {
      return new SliceKeys(this);
    }
  }
}
