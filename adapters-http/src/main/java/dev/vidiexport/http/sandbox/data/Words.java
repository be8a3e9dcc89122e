package dev.vidiexport.http.sandbox.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the texts of rows. */
final class Words {
  private static final List<String> DISTANCES = List.of("far", "mid_range", "near");
  private static final List<String> WINDS =
      List.of(
          "north", "north_east", "east", "south_east", "south", "south_west", "west", "north_west");
  private static final int DISTANCE_NOISE = 70;
  private static final int WIND_NOISE = 80;

  private Words() {}

  /** The text of a key that is no measurement of time; null where the row has none. */
  static @Nullable String of(String key, Breakdown breakdown, Scene scene) {
    return switch (key) {
      case "location_id", "site_id" -> String.valueOf(scene.place().id());
      case "location_name" -> scene.place().name();
      case "content_id", "product", "zone_name" -> item(breakdown.items(), scene);
      case "status" -> scene.below(61, 20) == 0 ? "partial" : "complete";
      case "backup_value" -> scene.below(62, 10) == 0 ? "average of 4 weeks" : null;
      default -> share(key, scene);
    };
  }

  private static String item(List<String> items, Scene scene) {
    return items.get(scene.item() % items.size());
  }

  /** A share of the compass, as VidiCenter prints it: {@code "0.782"}. */
  private static String share(String key, Scene scene) {
    int distance = DISTANCES.indexOf(key);
    double share =
        distance >= 0
            ? share(scene, DISTANCE_NOISE, distance, DISTANCES.size())
            : share(scene, WIND_NOISE, WINDS.indexOf(key), WINDS.size());
    StringBuilder text = new StringBuilder(5);
    VidiCenterJson.appendDecimal(share, text);
    return text.toString();
  }

  private static double share(Scene scene, int firstNoise, int part, int parts) {
    double all = 0;
    for (int other = 0; other < parts; other++) {
      all += scene.noise(firstNoise + other);
    }
    return scene.noise(firstNoise + part) / all;
  }
}
