package dev.vidiexport.domain.enrichment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns local times of a zone into UTC. A time that the clock showed twice is the earlier of both,
 * one that it skipped is none. For one thread.
 *
 * <p>Rows come by the million, and a zone's own rules take long for each: so the spans between its
 * changes are looked up among those of the years from 1970 to 2100, beginning with the last one
 * found; only for other times the rules are asked.
 */
final class UtcConversion {
  /** Stands for a time that the clock never showed. */
  static final long SKIPPED = Long.MIN_VALUE;

  static final long MICROS_PER_SECOND = 1_000_000L;
  static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  private final ZoneId zone;
  private final List<Span> spans;
  private final long firstKnown;
  private final long endKnown;
  private int found;

  UtcConversion(ZoneId zone) {
    this.zone = zone;
    this.spans = spans(zone.getRules());
    this.firstKnown = spans.get(0).begin;
    this.endKnown = spans.get(spans.size() - 1).begin;
  }

  /**
   * A span of local time, up to the next one.
   *
   * @param begin its first microsecond of local time
   * @param offset how far it is ahead of UTC, in microseconds; {@link #SKIPPED} where it never was
   * @param isAmbiguous whether the clock showed it twice
   */
  private record Span(long begin, long offset, boolean isAmbiguous) {}

  /** The last one is that in which nothing is looked up any more. */
  private static List<Span> spans(ZoneRules rules) {
    List<Span> spans = new ArrayList<>();
    ZoneOffset before = rules.getOffset(FIRST);
    spans.add(new Span(micros(LocalDateTime.ofInstant(FIRST, before)), micros(before), false));
    ZoneOffsetTransition change = rules.nextTransition(FIRST);
    while (change != null && change.getInstant().isBefore(END)) {
      long shown = micros(change.getDateTimeBefore());
      long then = micros(change.getDateTimeAfter());
      spans.add(
          change.isGap()
              ? new Span(shown, SKIPPED, false)
              : new Span(then, micros(change.getOffsetBefore()), true));
      spans.add(new Span(Math.max(shown, then), micros(change.getOffsetAfter()), false));
      change = rules.nextTransition(change.getInstant());
    }
    spans.add(new Span(micros(LocalDateTime.ofInstant(END, rules.getOffset(END))), 0, false));
    return spans;
  }

  private static long micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * MICROS_PER_SECOND;
  }

  private static long micros(ZoneOffset offset) {
    return offset.getTotalSeconds() * MICROS_PER_SECOND;
  }

  /**
   * A local time in UTC.
   *
   * @param local microseconds since 1970-01-01T00:00, from the year 1 to 9999
   * @return the same in UTC, or {@link #SKIPPED}
   */
  long utc(long local) {
    if (!isLookedUp(local)) {
      return utcByRules(local);
    }
    Span span = span(local);
    return span.offset == SKIPPED ? SKIPPED : local - span.offset;
  }

  /** Whether the clock showed a local time twice. */
  boolean isAmbiguous(long local) {
    return isLookedUp(local)
        ? span(local).isAmbiguous
        : zone.getRules().getValidOffsets(time(local)).size() > 1;
  }

  private boolean isLookedUp(long local) {
    return local >= firstKnown && local < endKnown;
  }

  private Span span(long local) {
    Span last = spans.get(found);
    if (local < last.begin || local >= spans.get(found + 1).begin) {
      found = find(local);
    }
    return spans.get(found);
  }

  private int find(long local) {
    int low = 0;
    int high = spans.size() - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).begin <= local) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long utcByRules(long local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time(local));
    return offsets.isEmpty() ? SKIPPED : local - micros(offsets.get(0));
  }

  private static LocalDateTime time(long local) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(local, MICROS_PER_SECOND),
        (int) Math.floorMod(local, MICROS_PER_SECOND) * 1_000,
        ZoneOffset.UTC);
  }

  /**
   * The first moment of a local day in UTC.
   *
   * @param day days since 1970-01-01
   * @return microseconds, or {@link #SKIPPED} where the whole day was
   */
  long beginOfDay(long day) {
    long utc = utc(day * MICROS_PER_DAY);
    if (utc != SKIPPED) {
      return utc;
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    ZonedDateTime begin = date.atStartOfDay(zone);
    return begin.toLocalDate().equals(date) ? begin.toEpochSecond() * MICROS_PER_SECOND : SKIPPED;
  }
}
