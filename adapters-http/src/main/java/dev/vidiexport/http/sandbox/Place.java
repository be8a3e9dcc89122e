package dev.vidiexport.http.sandbox;

import java.util.stream.LongStream;

/**
 * What the rows of an export belong to: a location, or a site.
 *
 * @param name its label
 */
record Place(long id, String name) {
  /** Locations together, in the types that have no rows of their own for each. */
  static Place together(LongStream locations) {
    return new Place(locations.reduce(0, Chance::mix), "");
  }
}
