package dev.vidiexport.domain.audience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one camera counted. Days are numbers from the first of the span on. For one thread. */
final class PlaceTally {
  private final DayChunks budget;
  private final @Nullable DayChunk[] chunks;
  private final RateSums rates = new RateSums(1);
  private final LatestNames names = new LatestNames();
  private final List<InputExtent> extents = new ArrayList<>();
  private final long id;
  private long rows;
  private boolean isToldTwice;

  PlaceTally(long id, int days, DayChunks budget) {
    this.id = id;
    this.budget = budget;
    chunks = new DayChunk[(days + DayChunk.DAYS - 1) / DayChunk.DAYS];
  }

  long id() {
    return id;
  }

  long rows() {
    return rows;
  }

  LatestNames names() {
    return names;
  }

  RateSums rates() {
    return rates;
  }

  /** The 64 days in which one lies. */
  DayChunk chunk(int day) {
    DayChunk chunk = chunks[day >> 6];
    if (chunk == null) {
      chunk = budget.make();
      chunks[day >> 6] = chunk;
    }
    return chunk;
  }

  /** The same, if anything is known of them. */
  @Nullable DayChunk known(int day) {
    return chunks[day >> 6];
  }

  /** How many periods of a day were measured. */
  int measured(int day) {
    DayChunk chunk = known(day);
    return chunk == null ? 0 : chunk.measured(day & DayChunk.DAYS - 1);
  }

  /** Notes a row of an input that stands for a period. */
  void see(int input, int day, int period) {
    rows++;
    isToldTwice |= chunk(day).tell(input, day & DayChunk.DAYS - 1, period);
  }

  /** Notes a row of an input that stands for a moment. */
  void see(int input, long micros) {
    rows++;
    InputExtent last = extents.isEmpty() ? null : extents.get(extents.size() - 1);
    if (last == null || last.input != input) {
      last = new InputExtent(input, micros);
      extents.add(last);
    }
    last.see(micros);
  }

  /** Whether two inputs tell of the same time. */
  boolean hasOverlap() {
    if (isToldTwice) {
      return true;
    }
    List<InputExtent> byTime = new ArrayList<>(extents);
    byTime.sort(Comparator.comparingLong(extent -> extent.first));
    for (int next = 1; next < byTime.size(); next++) {
      if (byTime.get(next).first <= byTime.get(next - 1).last) {
        return true;
      }
    }
    return false;
  }

  /** From when to when the rows of one input are. */
  private static final class InputExtent {
    private final int input;
    private long first;
    private long last;

    InputExtent(int input, long micros) {
      this.input = input;
      first = micros;
      last = micros;
    }

    void see(long micros) {
      first = Math.min(first, micros);
      last = Math.max(last, micros);
    }
  }
}
