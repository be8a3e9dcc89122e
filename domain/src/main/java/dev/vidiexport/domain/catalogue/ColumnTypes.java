package dev.vidiexport.domain.catalogue;

import dev.vidiexport.domain.table.ColumnType;
import java.util.List;
import java.util.Set;

/**
 * Tells the type of a column by its name (VidiCenter data export, Types of columns). One name has
 * one type in all data types, except that two of them print the ids of places as texts.
 */
final class ColumnTypes {
  /** Timestamps in whatever type they stand, also where the documentation does not name them. */
  static final List<String> TIMESTAMPS =
      List.of("period_start", "start_time", "watcher_start", "footfall_start");

  private static final Set<String> NESTED = Set.of("contents", "visits", "clips", "doorpass");
  private static final Set<String> TEXTS =
      Set.of(
          "content_id",
          "campaign_id",
          "product",
          "backup_value",
          "status",
          "period_start_date",
          "period_start_time",
          "far",
          "mid_range",
          "near");
  private static final Set<String> DECIMALS =
      Set.of("conversion_ratio", "content_duration", "im", "dwell_threshold", "presence_total");
  private static final Set<String> COUNTED_IMPRESSIONS =
      Set.of("ots_count_impressions", "nearby_ots_count_impressions");

  private ColumnTypes() {}

  static ColumnType of(String name) {
    if (TIMESTAMPS.contains(name)) {
      return ColumnType.TIMESTAMP;
    }
    if (NESTED.contains(name)) {
      return ColumnType.NESTED;
    }
    if (name.equals("active")) {
      return ColumnType.BOOLEAN;
    }
    if (TEXTS.contains(name) || name.endsWith("_name") || KeyNames.WINDS.contains(name)) {
      return ColumnType.TEXT;
    }
    return isDecimal(name) ? ColumnType.DECIMAL : ColumnType.WHOLE;
  }

  private static boolean isDecimal(String name) {
    if (COUNTED_IMPRESSIONS.contains(name)) {
      return false;
    }
    return DECIMALS.contains(name)
        || KeyNames.MOODS.contains(name)
        || name.startsWith("avg_")
        || name.contains("_per_")
        || name.endsWith("impressions")
        || name.startsWith("im_")
        || name.endsWith("_im")
        || name.startsWith("total_dwell_");
  }
}
