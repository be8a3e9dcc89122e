package dev.vidiexport.domain.report;

/** What a report takes for a place. */
public enum PlaceLevel {
  /** A camera, which VidiCenter calls a location. */
  LOCATION,
  /** A site, with all its cameras. */
  SITE
}
