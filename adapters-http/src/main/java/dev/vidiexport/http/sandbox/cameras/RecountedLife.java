package dev.vidiexport.http.sandbox.cameras;

import java.time.LocalDateTime;
import java.util.OptionalDouble;

/**
 * A life of which a part was counted otherwise later on: nine in ten are left.
 *
 * @param since when the part begins
 * @param until when it ends
 */
record RecountedLife(Life life, LocalDateTime since, LocalDateTime until) implements Life {
  private static final double LEFT = 0.9;

  /** Nobody is seen less for it. */
  @Override
  public boolean holds(LocalDateTime time) {
    return life.holds(time);
  }

  @Override
  public OptionalDouble measured(LocalDateTime start, double hours) {
    OptionalDouble measured = life.measured(start, hours);
    boolean isTouched = start.isBefore(until) && PeriodEnd.of(start, hours).isAfter(since);
    return isTouched && measured.isPresent()
        ? OptionalDouble.of(LEFT * measured.getAsDouble())
        : measured;
  }
}
