package dev.vidiexport.domain.catalogue;

import static dev.vidiexport.domain.catalogue.PlaceColumn.EVERYWHERE;
import static dev.vidiexport.domain.catalogue.PlaceColumn.LOCATION;

import java.util.List;

/** The data types that VidiCenter works out from others: extrapolations, shares, sales, visits. */
final class DerivedTypes {
  private static final List<String> SALES_FUNNEL =
      List.of(
          "dwell_time_in_tenths_of_sec",
          "attention_time_in_tenths_of_sec",
          "product_touches",
          "put_back",
          "estimated_sales",
          "poi_by_passers");

  private DerivedTypes() {}

  static List<DataType> all() {
    return List.of(
        extrapolatedWatchers(),
        extrapolatedOts(),
        compass(),
        contentPlays(),
        salesByDemographics(),
        salesFunnel(),
        retailFootfall(),
        retailFootfallAggregated());
  }

  private static DataType extrapolatedWatchers() {
    return new DataTypeBuilder("extrapolated_watchers", EVERYWHERE)
        .takes(TypeSpecificArgument.EXTRAPOLATION_AMOUNT)
        .aggregated("watcher_count")
        .aggregated("dwell_time_in_tenths_of_sec", "attention_time_in_tenths_of_sec")
        .build();
  }

  private static DataType extrapolatedOts() {
    return new DataTypeBuilder("extrapolated_ots", EVERYWHERE)
        .takes(TypeSpecificArgument.EXTRAPOLATION_AMOUNT)
        .aggregated("ots_count", "duration", "watcher_count")
        .build();
  }

  private static DataType compass() {
    return new DataTypeBuilder("compass", LOCATION)
        .aggregated("location_name")
        .aggregated("ots_count_impressions", "effective_ots_count")
        .aggregated("nearby_ots_count_impressions", "presence_total")
        .aggregated("far", "mid_range", "near")
        .aggregated(KeyNames.WINDS)
        .build();
  }

  private static DataType contentPlays() {
    return new DataTypeBuilder("content_plays", LOCATION)
        .aggregated("content_id", "content_duration", "plays")
        .build();
  }

  private static DataType salesByDemographics() {
    return new DataTypeBuilder("pmp_sales_by_demographics", LOCATION)
        .aggregated("product", "product_touches", "put_back", "estimated_sales", "masked")
        .aggregated(KeyNames.DEMOGRAPHICS)
        .finest("product", "product_touches", "put_back", "estimated_sales")
        .finest("gender", "age_bracket")
        .build();
  }

  private static DataType salesFunnel() {
    return new DataTypeBuilder("pmp_sales_funnel", LOCATION)
        .aggregated("gender", "age", "watcher_count")
        .aggregated(SALES_FUNNEL)
        .finest("gender", "age")
        .finest(SALES_FUNNEL)
        .finest("product")
        .build();
  }

  private static DataType retailFootfall() {
    return new DataTypeBuilder("retail_analytics_footfall", LOCATION)
        .finest(CameraTypes.FINEST_FOOTFALL)
        .finest("nb_visits", "visits", "nb_clips", "clips", "nb_doorpass", "doorpass")
        .build();
  }

  private static DataType retailFootfallAggregated() {
    return new DataTypeBuilder("retail_analytics_footfall_aggregated", LOCATION)
        .timeColumns(TimeColumns.DATE_AND_TIME)
        .aggregated("zone_id", "zone_name", "total_impressions")
        .aggregated("nb_visits", "total_dwell_duration", "dwell_threshold")
        .aggregated("nb_visits_above_threshold", "total_dwell_above_threshold")
        .build();
  }
}
