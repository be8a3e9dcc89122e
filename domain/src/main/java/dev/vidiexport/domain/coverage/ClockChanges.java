package dev.vidiexport.domain.coverage;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * When the clocks of a zone skip local time and when they show it twice, from 1970 to 2100.
 * Immutable.
 */
final class ClockChanges {
  /** Of a place whose clocks never change, or are not known. */
  static final ClockChanges NONE = new ClockChanges(List.of());

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  private final long[] begins;
  private final long[] ends;
  private final boolean[] isSkipped;

  private ClockChanges(List<ZoneOffsetTransition> transitions) {
    int size = transitions.size();
    begins = new long[size];
    ends = new long[size];
    isSkipped = new boolean[size];
    for (int at = 0; at < size; at++) {
      ZoneOffsetTransition change = transitions.get(at);
      isSkipped[at] = change.isGap();
      long before = LocalPeriods.secondOf(change.getDateTimeBefore());
      long after = LocalPeriods.secondOf(change.getDateTimeAfter());
      begins[at] = Math.min(before, after);
      ends[at] = Math.max(before, after);
    }
  }

  static ClockChanges of(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneOffsetTransition change = rules.nextTransition(FIRST);
    while (change != null && change.getInstant().isBefore(END)) {
      transitions.add(change);
      change = rules.nextTransition(change.getInstant());
    }
    return new ClockChanges(transitions);
  }

  /** Counts something from one local second on and before another. */
  @FunctionalInterface
  interface LocalCount {
    long between(long from, long to);
  }

  /**
   * How many more there are between two local seconds than the calendar says; negative where more
   * are skipped than repeated.
   */
  long more(long from, long to, LocalCount calendar) {
    long more = 0;
    for (int at = firstEndingAfter(from); at < begins.length && begins[at] < to; at++) {
      long touched = calendar.between(Math.max(from, begins[at]), Math.min(to, ends[at]));
      more += isSkipped[at] ? -touched : touched;
    }
    return more;
  }

  /** Whether there is a change between two local seconds. */
  boolean touch(long from, long to) {
    int first = firstEndingAfter(from);
    return first < begins.length && begins[first] < to;
  }

  private int firstEndingAfter(long second) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
