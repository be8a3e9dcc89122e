package dev.vidiexport.domain.catalogue;

import static dev.vidiexport.domain.catalogue.KeyNames.joined;
import static dev.vidiexport.domain.catalogue.PlaceColumn.LOCATION;

import dev.vidiexport.domain.request.TimeResolution;
import java.util.List;

/** The data types that hold what cameras saw: viewers, passers-by, people on foot and vehicles. */
final class CameraTypes {
  static final List<String> FINEST_FOOTFALL =
      List.of("footfall_presence_time", "vr_id", "watcher_id", "watcher_start", "tracking_mode");

  private static final List<String> FOOTFALL =
      List.of("footfall_impressions", "footfall_presence_time");
  private static final List<String> VEHICLE_IMPRESSIONS =
      List.of("vehicle_presence_time", "vehicle_impressions", "impressions_per_vehicle");
  private static final List<String> FINEST_VEHICLES =
      joined(List.of("type", "color"), VEHICLE_IMPRESSIONS);
  private static final List<String> VEHICLES =
      joined(List.of("vehicle_count"), VEHICLE_IMPRESSIONS);
  private static final List<String> FOOTFALL_OF_VIEWER =
      List.of("vr_id", "footfall_id", "footfall_start");
  private static final List<String> FINEST_VIEWERS =
      joined(
          List.of("age_value", "dwell_time_in_tenths_of_sec", "attention_time_in_tenths_of_sec"),
          KeyNames.MOODS);

  private CameraTypes() {}

  static List<DataType> all() {
    return List.of(
        viewers(), viewersApc(), ots(), gate(), footfall(), vehicles(), vehiclesFootfall());
  }

  private static DataType viewers() {
    return finestViewers(new DataTypeBuilder("viewers", LOCATION))
        .aggregated("watcher_count")
        .aggregated("dwell_time_in_tenths_of_sec")
        .formerly("dwell_time")
        .aggregated("attention_time_in_tenths_of_sec")
        .formerly("attention_time")
        .whenNotGrouped("conversion_ratio")
        .whenGrouped(List.of("gender", "age"))
        .build();
  }

  private static DataType viewersApc() {
    return finestViewers(new DataTypeBuilder("viewers_apc", LOCATION))
        .timeColumns(TimeColumns.START_TIME)
        .takes(TypeSpecificArgument.CONTENT_IDS)
        .finest("contents")
        .build();
  }

  /** The finest rows of both kinds of viewers begin alike. */
  private static DataTypeBuilder finestViewers(DataTypeBuilder builder) {
    return builder.finest("gender", "age").finestMaybe(FOOTFALL_OF_VIEWER).finest(FINEST_VIEWERS);
  }

  private static DataType ots() {
    return new DataTypeBuilder("ots", LOCATION)
        .aggregated("ots_count")
        .aggregatedAt(
            List.of(
                TimeResolution.ONE_HOUR,
                TimeResolution.ONE_DAY,
                TimeResolution.SEVEN_DAYS,
                TimeResolution.ONE_MONTH),
            "effective_ots_count")
        .aggregated("duration", "watcher_count")
        .aggregatedAt(List.of(TimeResolution.FIFTEEN_MINUTES), "status")
        .build();
  }

  private static DataType gate() {
    return new DataTypeBuilder("gate", LOCATION)
        .aggregated("gate_id", "in_count", "out_count", "duration")
        .build();
  }

  private static DataType footfall() {
    return new DataTypeBuilder("footfall", LOCATION)
        .finest(FINEST_FOOTFALL)
        .aggregated(FOOTFALL)
        .build();
  }

  private static DataType vehicles() {
    return new DataTypeBuilder("vehicles", LOCATION)
        .finest(FINEST_VEHICLES)
        .aggregated(VEHICLES)
        .build();
  }

  private static DataType vehiclesFootfall() {
    return new DataTypeBuilder("vehicles_footfall", LOCATION)
        .finest(FINEST_FOOTFALL)
        .finest(FINEST_VEHICLES)
        .aggregated(FOOTFALL)
        .aggregated(VEHICLES)
        .aggregated("total_impressions", "total_presence_time", "avg_presence_time")
        .build();
  }
}
