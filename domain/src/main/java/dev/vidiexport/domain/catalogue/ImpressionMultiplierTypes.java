package dev.vidiexport.domain.catalogue;

import static dev.vidiexport.domain.catalogue.KeyNames.joined;
import static dev.vidiexport.domain.catalogue.PlaceColumn.LOCATION;

import java.util.List;

/** The data types that hold impression multipliers: by how many people a play was seen. */
final class ImpressionMultiplierTypes {
  private static final List<String> MULTIPLIER =
      List.of("im", "backup_value", "analysis_window", "active");
  private static final List<String> BY_FOOTFALL_AND_VEHICLES =
      joined(
          List.of(
              "vehicle_count",
              "vehicle_presence_time",
              "vehicle_impressions",
              "impressions_per_vehicle",
              "footfall_impressions",
              "footfall_presence_time",
              "im_footfall",
              "im_vehicle"),
          MULTIPLIER);
  private static final List<String> BY_OTS =
      joined(
          List.of("ots_count", "watcher_count", "watcher_dwell_time", "watcher_attention_time"),
          MULTIPLIER);

  private ImpressionMultiplierTypes() {}

  static List<DataType> all() {
    return List.of(
        byContentDuration("im", BY_FOOTFALL_AND_VEHICLES),
        byContentDuration("im_nobackup", BY_FOOTFALL_AND_VEHICLES),
        byOts("im_ots"),
        byOts("im_ots_nobackup"),
        byContentDuration(
            "targeted_im",
            joined(
                joined(List.of("im"), KeyNames.AGE_RANGE_MULTIPLIERS),
                List.of("male_total_im", "female_total_im"))));
  }

  private static DataType byContentDuration(String name, List<String> keys) {
    return new DataTypeBuilder(name, LOCATION)
        .takes(TypeSpecificArgument.AVERAGE_CONTENT_DURATION)
        .hourly(keys)
        .build();
  }

  private static DataType byOts(String name) {
    return new DataTypeBuilder(name, LOCATION).hourly(BY_OTS).build();
  }
}
