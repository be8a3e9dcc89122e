package dev.vidiexport.domain.coverage;

import java.util.List;
import java.util.Set;

/**
 * Which keys of a row are metrics: those that VidiCenter leaves null where nothing was measured.
 *
 * <p>{@code duration} is one, because it is how long was measured. {@code content_duration} is
 * none: a content is as long as it is. No metrics are what a multiplier was made with ({@code
 * backup_value}, {@code analysis_window}, {@code active}), what was asked of a zone ({@code
 * dwell_threshold}), and the {@code status} of a period.
 */
public final class MetricKeys {
  /** Where and when. */
  private static final Set<String> PLACE_AND_TIME =
      Set.of(
          "location_id",
          "site_id",
          "location_name",
          "period_start",
          "start_time",
          "period_start_date",
          "period_start_time");

  /** Who, or of what. */
  private static final Set<String> DIMENSIONS =
      Set.of(
          "gender",
          "age",
          "age_bracket",
          "gate_id",
          "zone_id",
          "zone_name",
          "content_id",
          "campaign_id",
          "product",
          "type",
          "color",
          "tracking_mode",
          "vr_id",
          "watcher_id",
          "watcher_start",
          "footfall_id",
          "footfall_start");

  private static final Set<String> CIRCUMSTANCES =
      Set.of(
          "status",
          "content_duration",
          "dwell_threshold",
          "analysis_window",
          "backup_value",
          "active");

  /** Keys of which each value has rows of its own in a period. */
  private static final Set<String> MANIFOLD = Set.of("content_id", "gate_id", "zone_id", "product");

  /** What can be added up and people want to see first, in the order in which they do. */
  private static final List<String> MAIN =
      List.of(
          "play_count",
          "plays",
          "ots_count",
          "ots_count_impressions",
          "in_count",
          "out_count",
          "vehicle_count",
          "watcher_count",
          "watchers",
          "impressions",
          "footfall_impressions",
          "vehicle_impressions",
          "total_impressions",
          "nb_visits",
          "product_touches",
          "put_back",
          "estimated_sales",
          "effective_ots_count",
          "nearby_ots_count_impressions",
          "im",
          "male_total_im",
          "female_total_im",
          "dwell_time_in_tenths_of_sec",
          "dwell_time",
          "attention_time_in_tenths_of_sec",
          "attention_time",
          "footfall_presence_time");

  private MetricKeys() {}

  /** Whether a key that the documentation lists is a metric. */
  public static boolean isMetric(String key) {
    return !PLACE_AND_TIME.contains(key)
        && !DIMENSIONS.contains(key)
        && !CIRCUMSTANCES.contains(key);
  }

  /** Whether a key of an unknown data type may be one: names and ids are always there. */
  static boolean mayBeMetric(String key) {
    return isMetric(key) && !key.endsWith("_id") && !key.endsWith("_name");
  }

  /** Whether a row is one of several of its period, whatever the demographics. */
  static boolean isManifold(String key) {
    return MANIFOLD.contains(key);
  }

  /** How early people want to see a metric, from 0 on; others than the main ones come last. */
  static int rank(String key) {
    int at = MAIN.indexOf(key);
    return at < 0 ? MAIN.size() : at;
  }

  /** Whether it is one of the metrics that people want to see first. */
  static boolean isMain(String key) {
    return MAIN.contains(key);
  }
}
