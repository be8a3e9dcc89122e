package dev.vidiexport.http.sandbox.cameras;

import java.time.LocalDateTime;
import java.util.OptionalDouble;

/**
 * A life of which every other hour of a part was lost: placeholders stand for periods within these
 * hours, and longer ones have half of what they had.
 *
 * @param since when the part begins
 * @param until when it ends
 */
record ForgottenLife(Life life, LocalDateTime since, LocalDateTime until) implements Life {
  private static final double LEFT = 0.5;

  @Override
  public boolean holds(LocalDateTime time) {
    return life.holds(time) && !isLost(time);
  }

  private boolean isLost(LocalDateTime time) {
    return !time.isBefore(since) && time.isBefore(until) && time.getHour() % 2 == 1;
  }

  @Override
  public OptionalDouble measured(LocalDateTime start, double hours) {
    OptionalDouble measured = life.measured(start, hours);
    if (measured.isEmpty()) {
      return measured;
    }
    if (hours <= 1) {
      return isLost(start) ? OptionalDouble.of(0) : measured;
    }
    boolean isTouched = start.isBefore(until) && PeriodEnd.of(start, hours).isAfter(since);
    return isTouched ? OptionalDouble.of(LEFT * measured.getAsDouble()) : measured;
  }
}
