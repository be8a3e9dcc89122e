package dev.vidiexport.http.sandbox.data;

import java.util.Set;

/**
 * One key of a documented row.
 *
 * @param resolutions those whose rows have it
 */
record Key(String name, KeyType type, When when, Set<Resolution> resolutions) {
  private static final Set<String> LEADING =
      Set.of(
          "location_id",
          "site_id",
          "period_start",
          "start_time",
          "period_start_date",
          "period_start_time");

  /** When rows have a key. */
  enum When {
    ALWAYS,
    GROUPED,
    NOT_GROUPED,
    /** A row may leave it out. */
    MOSTLY,
    /** Beside the promised ones; the sandbox has them in a few types. */
    ALSO,
    /** The key's name in 2016, no longer served. */
    FORMERLY
  }

  /**
   * Whether the key says where or when the row was measured: it is not a measurement, and never
   * null.
   */
  boolean isLeading() {
    return LEADING.contains(name);
  }

  boolean isServed(Resolution resolution, boolean grouped) {
    return resolutions.contains(resolution)
        && switch (when) {
          case ALWAYS, MOSTLY, ALSO -> true;
          case GROUPED -> grouped;
          case NOT_GROUPED -> !grouped;
          case FORMERLY -> false;
        };
  }
}
