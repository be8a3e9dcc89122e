package dev.vidiexport.domain.topology;

/** What of VidiCenter was seen at a time. */
public enum SeenKind {
  NETWORK,
  SITE,
  LOCATION,
  /** A tag that locations can have. */
  LOCATION_TAG,
  /** A tag that sites can have. */
  SITE_TAG,
  /** Which tags a location has. */
  LOCATION_TAGGING,
  /** Which tags a site has. */
  SITE_TAGGING
}
