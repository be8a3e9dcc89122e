package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.Place;
import dev.vidiexport.http.sandbox.chance.Chance;
import java.time.LocalDateTime;

/**
 * How many people and vehicles pass a place: a rhythm of the day and of the week, busy places and
 * quiet ones, streets and offices, cameras that are off now and then.
 */
final class Traffic {
  private static final double HOURS_OF_DAY = 24;
  private static final double AVERAGE_DAY = 0.45;
  private static final double[] STREET = {
    0.05, 0.03, 0.02, 0.02, 0.03, 0.08, 0.20, 0.45, 0.70, 0.60, 0.60, 0.75,
    0.95, 0.90, 0.75, 0.70, 0.80, 0.95, 1.00, 0.80, 0.55, 0.40, 0.25, 0.12
  };
  private static final double[] OFFICE = {
    0.00, 0.00, 0.00, 0.00, 0.01, 0.05, 0.30, 0.90, 1.00, 0.55, 0.40, 0.60,
    0.95, 0.80, 0.45, 0.45, 0.60, 0.95, 0.70, 0.30, 0.12, 0.05, 0.02, 0.01
  };
  private static final double[] WEEK_OF_STREET = {0.80, 0.85, 0.90, 0.95, 1.10, 1.35, 0.95};
  private static final double[] WEEK_OF_OFFICE = {1.15, 1.20, 1.20, 1.15, 1.00, 0.15, 0.10};

  private final long seed;

  Traffic(long seed) {
    this.seed = seed;
  }

  /** What all chance about a place comes from. */
  long chance(Place place) {
    return Chance.mix(seed, place.id());
  }

  /** The people and vehicles of one period. */
  Crowd crowd(Place place, LocalDateTime start, double hours) {
    long ofPlace = chance(place);
    long ofPeriod = Chance.mix(Chance.mix(ofPlace, minutes(start)), Math.round(hours * 60));
    double passers = expected(ofPlace, start, hours) * (0.7 + 0.6 * Chance.share(ofPeriod));
    double attraction =
        (0.2 + 0.3 * Chance.share(Chance.mix(ofPlace, 1)))
            * (0.8 + 0.4 * Chance.share(Chance.mix(ofPeriod, 1)));
    double vehicles = passers * (0.1 + 0.5 * Chance.share(Chance.mix(ofPlace, 2)));
    return new Crowd(hours, passers, passers * attraction, vehicles);
  }

  /**
   * Whether the camera was off in the course of its life: about one day in 40, and a few hours
   * beside. Within any time of more than a day something was measured.
   */
  boolean isOff(Place place, LocalDateTime start, double hours) {
    if (hours > HOURS_OF_DAY) {
      return false;
    }
    long days = Chance.mix(chance(place), start.toLocalDate().toEpochDay());
    return Chance.onceIn(40, Chance.mix(days, -1))
        || (hours <= 1 && Chance.onceIn(150, Chance.mix(days, start.getHour())));
  }

  private static double expected(long ofPlace, LocalDateTime start, double hours) {
    boolean office = Chance.onceIn(3, Chance.mix(ofPlace, 3));
    double busy = Chance.share(Chance.mix(ofPlace, 4));
    double atMost = 20 + 400 * busy * busy;
    double day = (office ? WEEK_OF_OFFICE : WEEK_OF_STREET)[start.getDayOfWeek().getValue() - 1];
    if (hours <= 1) {
      return atMost * day * (office ? OFFICE : STREET)[start.getHour()] * hours;
    }
    return atMost * (hours > HOURS_OF_DAY ? 1 : day) * AVERAGE_DAY * hours;
  }

  private static long minutes(LocalDateTime time) {
    return time.toLocalDate().toEpochDay() * 24 * 60 + time.getHour() * 60L + time.getMinute();
  }
}
