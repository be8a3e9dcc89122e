package dev.vidiexport.http.sandbox.data;

import java.util.List;
import java.util.Map;

/** The numbers of people and vehicles that come by, and of the impressions made on them. */
final class PassageAmounts {
  private static final int MINUTES_OF_WINDOW = 60;
  private static final List<String> AGE_RANGES =
      List.of("12_17", "18_24", "25_34", "35_44", "45_54", "55_64", "65_plus");
  private static final double[] SHARES = {0.08, 0.14, 0.22, 0.2, 0.16, 0.12, 0.08};
  private static final double MALE = 0.48;

  private PassageAmounts() {}

  static void putInto(Map<String, Amount> amounts) {
    putVehicles(amounts);
    putPeople(amounts);
    putBoth(amounts);
    putMultipliers(amounts);
  }

  private static void putVehicles(Map<String, Amount> amounts) {
    amounts.put("type", scene -> scene.below(10, 6));
    amounts.put("color", scene -> scene.below(11, 8));
    amounts.put("vehicle_count", PassageAmounts::vehicles);
    amounts.put("vehicle_presence_time", PassageAmounts::vehicleTime);
    amounts.put("vehicle_impressions", PassageAmounts::vehicleImpressions);
    amounts.put(
        "impressions_per_vehicle",
        scene -> Amount.ratio(vehicleImpressions(scene), vehicles(scene)));
    amounts.put(
        "avg_vehicle_presence_time", scene -> Amount.ratio(vehicleTime(scene), vehicles(scene)));
  }

  private static void putPeople(Map<String, Amount> amounts) {
    amounts.put("footfall_impressions", PassageAmounts::footfallImpressions);
    amounts.put("footfall_presence_time", PassageAmounts::footfallTime);
    amounts.put(
        "avg_footfall_presence_time",
        scene -> Amount.ratio(footfallTime(scene), ViewerAmounts.passers(scene)));
    amounts.put("vr_id", scene -> 1 + scene.below(12, 4));
    amounts.put("footfall_id", PassageAmounts::footfallOfViewer);
    amounts.put("watcher_id", scene -> scene.chance() >>> 12);
    amounts.put("tracking_mode", scene -> scene.below(13, 3));
  }

  /** Which person on foot a viewer was; not every one was recorded, too. */
  static double footfallOfViewer(Scene scene) {
    return scene.below(15, 4) == 0 ? Double.NaN : scene.chance() >>> 13;
  }

  private static void putBoth(Map<String, Amount> amounts) {
    amounts.put("total_impressions", PassageAmounts::impressions);
    amounts.put("total_presence_time", PassageAmounts::presenceTime);
    amounts.put(
        "avg_presence_time",
        scene -> Amount.ratio(presenceTime(scene), vehicles(scene) + ViewerAmounts.passers(scene)));
    amounts.put(
        "nearby_ots_count_impressions", scene -> Math.rint(ViewerAmounts.passers(scene) * 1.7));
    amounts.put("presence_total", scene -> footfallTime(scene) / 10);
  }

  private static void putMultipliers(Map<String, Amount> amounts) {
    amounts.put("im_vehicle", scene -> vehicleImpressions(scene) / MINUTES_OF_WINDOW);
    amounts.put("im_footfall", scene -> footfallImpressions(scene) / MINUTES_OF_WINDOW);
    amounts.put("im", PassageAmounts::multiplier);
    amounts.put("analysis_window", scene -> MINUTES_OF_WINDOW);
    amounts.put("male_total_im", scene -> multiplier(scene) * MALE);
    amounts.put("female_total_im", scene -> multiplier(scene) * (1 - MALE));
    for (int range = 0; range < AGE_RANGES.size(); range++) {
      double share = SHARES[range];
      String key = "_age_" + AGE_RANGES.get(range) + "_im";
      amounts.put("all" + key, scene -> multiplier(scene) * share);
      amounts.put("male" + key, scene -> multiplier(scene) * share * MALE);
      amounts.put("female" + key, scene -> multiplier(scene) * share * (1 - MALE));
    }
  }

  static double vehicles(Scene scene) {
    return Math.rint(scene.crowd().vehicles());
  }

  static double impressions(Scene scene) {
    return vehicleImpressions(scene) + footfallImpressions(scene);
  }

  private static double vehicleTime(Scene scene) {
    return Math.rint(vehicles(scene) * (40 + 100 * scene.noise(14)));
  }

  private static double vehicleImpressions(Scene scene) {
    return vehicles(scene) * (1.2 + 0.8 * scene.noise(15));
  }

  private static double footfallTime(Scene scene) {
    return Math.rint(ViewerAmounts.passers(scene) * (50 + 200 * scene.noise(16)));
  }

  private static double footfallImpressions(Scene scene) {
    return ViewerAmounts.passers(scene) * (0.6 + 0.3 * scene.noise(17));
  }

  private static double presenceTime(Scene scene) {
    return vehicleTime(scene) + footfallTime(scene);
  }

  private static double multiplier(Scene scene) {
    return impressions(scene) / MINUTES_OF_WINDOW;
  }
}
