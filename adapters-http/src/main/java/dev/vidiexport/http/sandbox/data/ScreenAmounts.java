package dev.vidiexport.http.sandbox.data;

import java.util.Map;

/** The numbers of contents that were played, and of shops, their doors and products. */
final class ScreenAmounts {
  private static final double[] SECONDS_OF_CONTENT = {10, 15, 7.5, 30};
  private static final double PLAYS_OF_HOUR = 24;
  private static final double SECONDS_OF_HOUR = 3600;
  private static final double THRESHOLD_SECONDS = 3.5;

  private ScreenAmounts() {}

  static void putInto(Map<String, Amount> amounts) {
    putPlays(amounts);
    putDoorsAndZones(amounts);
    putProducts(amounts);
  }

  private static void putPlays(Map<String, Amount> amounts) {
    amounts.put("content_duration", ScreenAmounts::secondsOfContent);
    amounts.put("plays", ScreenAmounts::plays);
    amounts.put("play_count", ScreenAmounts::plays);
    amounts.put("impressions", PassageAmounts::impressions);
    amounts.put(
        "impressions_per_play",
        scene -> Amount.ratio(PassageAmounts.impressions(scene), plays(scene)));
    amounts.put(
        "total_impressions_per_play",
        scene -> Amount.ratio(PassageAmounts.impressions(scene), plays(scene)));
  }

  /** Seconds that were measured: those of the plays, where rows are those of contents. */
  static double duration(Scene scene, boolean ofContent) {
    return ofContent
        ? Math.rint(plays(scene) * secondsOfContent(scene))
        : Math.rint(scene.crowd().hours() * SECONDS_OF_HOUR);
  }

  private static void putDoorsAndZones(Map<String, Amount> amounts) {
    amounts.put("gate_id", scene -> 1 + scene.item());
    amounts.put("in_count", scene -> Math.rint(scene.crowd().passers() * scene.noise(30)));
    amounts.put("out_count", scene -> Math.rint(scene.crowd().passers() * scene.noise(31)));
    amounts.put("zone_id", scene -> 1 + scene.item());
    amounts.put("dwell_threshold", scene -> THRESHOLD_SECONDS);
    amounts.put("nb_visits", ScreenAmounts::visits);
    amounts.put("nb_clips", NestedLists::clips);
    amounts.put("nb_doorpass", NestedLists::doorPasses);
    amounts.put("total_dwell_duration", ScreenAmounts::dwellSeconds);
    amounts.put("nb_visits_above_threshold", scene -> Math.rint(visits(scene) * 0.4));
    amounts.put("total_dwell_above_threshold", scene -> dwellSeconds(scene) * 0.8);
  }

  private static void putProducts(Map<String, Amount> amounts) {
    amounts.put("product_touches", ScreenAmounts::touches);
    amounts.put("put_back", scene -> touches(scene) - sales(scene));
    amounts.put("estimated_sales", ScreenAmounts::sales);
    amounts.put("poi_by_passers", scene -> Math.rint(scene.crowd().passers() * scene.noise(35)));
    amounts.put("masked", scene -> Math.rint(touches(scene) * 0.1));
    for (Demographics group : Demographics.GROUPS) {
      amounts.put(group.ending(), scene -> Math.rint(touches(scene) * group.share()));
    }
  }

  private static double secondsOfContent(Scene scene) {
    return SECONDS_OF_CONTENT[scene.item() % SECONDS_OF_CONTENT.length];
  }

  private static double plays(Scene scene) {
    return Math.rint(scene.crowd().hours() * PLAYS_OF_HOUR * (0.9 + 0.2 * scene.noise(32)));
  }

  /** Those of a zone; those of one person, in rows that are not aggregated. */
  private static double visits(Scene scene) {
    return scene.crowd().hours() == 0
        ? NestedLists.visits(scene)
        : Math.rint(scene.crowd().passers() * 0.7);
  }

  private static double dwellSeconds(Scene scene) {
    return visits(scene) * (2 + 10 * scene.noise(33));
  }

  private static double touches(Scene scene) {
    if (scene.crowd().hours() == 0) {
      return scene.below(34, 4);
    }
    return Math.rint(scene.crowd().watchers() * (0.1 + 0.2 * scene.noise(34)));
  }

  private static double sales(Scene scene) {
    return Math.rint(touches(scene) * 0.4);
  }
}
