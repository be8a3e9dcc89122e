package dev.vidiexport.http.sandbox.data;

import java.time.LocalDateTime;

/**
 * When cameras measured, in their local time: nothing was measured outside of it.
 *
 * @param from when the first of them was created
 * @param until when the last of them sent what it had measured; not before {@code from}
 */
record Life(LocalDateTime from, LocalDateTime until) {
  private static final int SECONDS_OF_HOUR = 3600;

  boolean holds(LocalDateTime time) {
    return !time.isBefore(from) && !time.isAfter(until);
  }

  /** Whether a period of so many hours has any part in it. */
  boolean touches(LocalDateTime start, double hours) {
    LocalDateTime end = start.plusSeconds(Math.round(hours * SECONDS_OF_HOUR));
    return end.isAfter(from) && !start.isAfter(until);
  }

  /** From the earlier start to the later end. */
  Life with(Life other) {
    return new Life(
        from.isBefore(other.from) ? from : other.from,
        until.isAfter(other.until) ? until : other.until);
  }
}
