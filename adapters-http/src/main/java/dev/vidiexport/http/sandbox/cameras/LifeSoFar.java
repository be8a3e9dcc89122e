package dev.vidiexport.http.sandbox.cameras;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.OptionalDouble;

/**
 * The life of one camera, as far as it is known: a period counts as far as it was measured and
 * sent, and nothing at all stands for one of which nothing is known yet.
 *
 * @param from when the camera was created
 * @param until the first moment of which nothing is known; not before {@code from}
 */
record LifeSoFar(LocalDateTime from, LocalDateTime until) implements Life {
  @Override
  public boolean holds(LocalDateTime time) {
    return !time.isBefore(from) && time.isBefore(until);
  }

  @Override
  public OptionalDouble measured(LocalDateTime start, double hours) {
    LocalDateTime end = PeriodEnd.of(start, hours);
    LocalDateTime first = start.isBefore(from) ? from : start;
    LocalDateTime last = end.isAfter(until) ? until : end;
    return first.isBefore(last)
        ? OptionalDouble.of(seconds(first, last) / seconds(start, end))
        : OptionalDouble.empty();
  }

  private static double seconds(LocalDateTime from, LocalDateTime until) {
    Duration time = Duration.between(from, until);
    return time.getSeconds() + time.getNano() / 1e9;
  }
}
