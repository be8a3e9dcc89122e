package dev.vidiexport.domain.coverage;

/** What kind of place the rows of a data type name. */
public enum PlaceKind {
  LOCATION("location_id"),
  SITE("site_id");

  private final String key;

  PlaceKind(String key) {
    this.key = key;
  }

  /** The key of a row that holds the place's id. */
  String key() {
    return key;
  }
}
