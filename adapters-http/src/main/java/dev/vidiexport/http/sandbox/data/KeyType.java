package dev.vidiexport.http.sandbox.data;

import java.util.Locale;
import java.util.Set;

/** What the values of a key are (VidiCenter data export, Types of columns). */
enum KeyType {
  WHOLE,
  DECIMAL,
  TEXT,
  BOOLEAN,
  NESTED,
  TIMESTAMP;

  private static final Set<String> TIMESTAMPS =
      Set.of("period_start", "start_time", "watcher_start", "footfall_start");
  private static final Set<String> NESTED_KEYS = Set.of("contents", "visits", "clips", "doorpass");
  private static final Set<String> DECIMALS =
      Set.of(
          "very_happy",
          "happy",
          "neutral",
          "unhappy",
          "very_unhappy",
          "conversion_ratio",
          "content_duration",
          "im",
          "dwell_threshold",
          "presence_total");
  private static final Set<String> COUNTED_IMPRESSIONS =
      Set.of("ots_count_impressions", "nearby_ots_count_impressions");
  private static final Set<String> TEXTS =
      Set.of(
          "content_id",
          "campaign_id",
          "product",
          "backup_value",
          "status",
          "period_start_date",
          "period_start_time");

  /** The shares of {@code compass}, which are printed quoted. */
  static final Set<String> COMPASS_SHARES =
      Set.of(
          "far",
          "mid_range",
          "near",
          "north",
          "north_east",
          "east",
          "south_east",
          "south",
          "south_west",
          "west",
          "north_west");

  private static final Set<String> CODES =
      Set.of(
          "gender",
          "age",
          "age_value",
          "age_bracket",
          "type",
          "color",
          "tracking_mode",
          "analysis_window");

  static KeyType of(String dataType, String key) {
    if (TIMESTAMPS.contains(key)) {
      return TIMESTAMP;
    }
    if (NESTED_KEYS.contains(key)) {
      return NESTED;
    }
    if (key.equals("active")) {
      return BOOLEAN;
    }
    if (isText(dataType, key)) {
      return TEXT;
    }
    return isDecimal(key) ? DECIMAL : WHOLE;
  }

  private static boolean isText(String dataType, String key) {
    return TEXTS.contains(key)
        || key.endsWith("_name")
        || (dataType.equals("compass") && COMPASS_SHARES.contains(key))
        || (dataType.startsWith("proof_of_play_vehicle_person_")
            && (key.equals("location_id") || key.equals("site_id")));
  }

  private static boolean isDecimal(String key) {
    return DECIMALS.contains(key)
        || key.startsWith("avg_")
        || key.contains("_per_")
        || (key.endsWith("impressions") && !COUNTED_IMPRESSIONS.contains(key))
        || key.startsWith("im_")
        || key.endsWith("_im")
        || key.startsWith("total_dwell_");
  }

  /** Whether a whole number counts something, and is no id or code. */
  static boolean isCount(String key) {
    return !CODES.contains(key) && !key.endsWith("_id");
  }

  /** The documentation's word for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
