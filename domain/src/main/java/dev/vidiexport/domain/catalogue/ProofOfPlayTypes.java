package dev.vidiexport.domain.catalogue;

import java.util.List;

/** The data types that tell how often a content was played, and who was there to see it. */
final class ProofOfPlayTypes {
  private ProofOfPlayTypes() {}

  static List<DataType> all() {
    return List.of(
        byViewers("proof_of_play_by_location", PlaceColumn.LOCATION),
        byViewers("proof_of_play_by_site", PlaceColumn.SITE),
        byViewers("proof_of_play_by_location_footfall_faces", PlaceColumn.LOCATION),
        byViewers("proof_of_play_by_site_footfall_faces", PlaceColumn.SITE),
        byVehiclesAndPersons(
            "proof_of_play_vehicle_person_by_location", PlaceColumn.LOCATION_AS_TEXT),
        byVehiclesAndPersons("proof_of_play_vehicle_person_by_site", PlaceColumn.SITE_AS_TEXT));
  }

  private static DataType byViewers(String name, PlaceColumn placeColumn) {
    return new DataTypeBuilder(name, placeColumn)
        .takes(TypeSpecificArgument.CONTENT_IDS)
        .aggregated("content_id", "content_duration", "duration")
        .aggregated("impressions", "play_count", "impressions_per_play")
        .aggregated("watchers", "watchers_2sec")
        .aggregated("dwell_time_in_tenths_of_sec", "attention_time_in_tenths_of_sec")
        .aggregated("avg_dwell_time_in_tenths_of_sec", "avg_attention_time_in_tenths_of_sec")
        .whenGrouped(List.of("watchers_masked"))
        .whenGrouped(KeyNames.prefixed("watchers_", KeyNames.DEMOGRAPHICS))
        .build();
  }

  private static DataType byVehiclesAndPersons(String name, PlaceColumn placeColumn) {
    return new DataTypeBuilder(name, placeColumn)
        .takes(TypeSpecificArgument.CONTENT_IDS)
        .aggregated("content_id", "content_duration", "duration", "play_count")
        .aggregated("vehicle_count", "vehicle_impressions")
        .aggregated("vehicle_presence_time", "avg_vehicle_presence_time")
        .aggregated("footfall_impressions")
        .aggregated("footfall_presence_time", "avg_footfall_presence_time")
        .aggregated("total_impressions", "total_impressions_per_play")
        .aggregated("total_presence_time", "avg_presence_time")
        .build();
  }
}
