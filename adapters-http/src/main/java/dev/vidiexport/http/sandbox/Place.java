package dev.vidiexport.http.sandbox;

/**
 * What the rows of an export belong to: a location, or a site.
 *
 * @param name its label
 */
record Place(long id, String name) {
  /** All sources together, in the types that have no rows of their own for each. */
  static final Place EVERYWHERE = new Place(0, "");
}
