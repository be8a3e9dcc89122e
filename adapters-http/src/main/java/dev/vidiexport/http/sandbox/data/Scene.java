package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.cameras.Place;
import dev.vidiexport.http.sandbox.chance.Chance;
import java.time.LocalDateTime;

/**
 * What one row tells of, from which its values are made.
 *
 * @param chance where the row's noise comes from
 * @param time when the period began, or the event happened
 * @param group who, in rows of one group
 * @param item which gate, content, zone or product, counted from 0, in rows of one of them
 * @param measured false for the placeholder of a period without measurement
 * @param shape which keys the row has, by its place among the shapes of the type's rows
 */
record Scene(
    long chance,
    Place place,
    LocalDateTime time,
    Crowd crowd,
    Demographics group,
    int item,
    boolean measured,
    int shape) {

  /** 0 to 1, another for every number, the same for the same. */
  double noise(int number) {
    return Chance.share(Chance.mix(chance, number));
  }

  /** 0 to the bound, exclusive; another for every number, the same for the same. */
  int below(int number, int bound) {
    return Chance.below(Chance.mix(chance, number), bound);
  }
}
