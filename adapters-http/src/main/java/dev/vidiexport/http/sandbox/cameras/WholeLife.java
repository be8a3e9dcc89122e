package dev.vidiexport.http.sandbox.cameras;

import java.time.LocalDateTime;
import java.util.OptionalDouble;

/**
 * A life of which all is known: every period that it touches is whole, and placeholders stand for
 * all others.
 *
 * @param from when the first of the cameras was created
 * @param until when the last of them sent what it had measured; not before {@code from}
 */
record WholeLife(LocalDateTime from, LocalDateTime until) implements Life {
  @Override
  public boolean holds(LocalDateTime time) {
    return !time.isBefore(from) && !time.isAfter(until);
  }

  @Override
  public OptionalDouble measured(LocalDateTime start, double hours) {
    boolean touched = PeriodEnd.of(start, hours).isAfter(from) && !start.isAfter(until);
    return OptionalDouble.of(touched ? 1 : 0);
  }

  /** From the earlier start to the later end. */
  WholeLife with(WholeLife other) {
    return new WholeLife(
        from.isBefore(other.from) ? from : other.from,
        until.isAfter(other.until) ? until : other.until);
  }
}
