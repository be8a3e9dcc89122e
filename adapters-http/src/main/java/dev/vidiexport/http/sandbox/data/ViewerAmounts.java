package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.chance.Chance;
import java.util.List;
import java.util.Map;

/** The numbers of those who look at a screen. */
final class ViewerAmounts {
  private static final List<String> MOODS =
      List.of("very_happy", "happy", "neutral", "unhappy", "very_unhappy");
  private static final int FIRST_MOOD = 20;
  private static final int EFFECTIVE_PER_CENT = 80;

  private ViewerAmounts() {}

  static void putInto(Map<String, Amount> amounts) {
    amounts.put("gender", scene -> scene.group().gender());
    amounts.put("age", scene -> scene.group().age());
    amounts.put("age_bracket", scene -> scene.group().age());
    amounts.put("age_value", ViewerAmounts::years);
    amounts.put("watcher_count", ViewerAmounts::watchers);
    amounts.put("watchers", ViewerAmounts::watchers);
    amounts.put("watchers_2sec", scene -> Math.rint(watchers(scene) * 0.6));
    amounts.put("watchers_masked", scene -> Math.rint(watchers(scene) * 0.1));
    amounts.put("dwell_time_in_tenths_of_sec", ViewerAmounts::dwellTime);
    amounts.put("attention_time_in_tenths_of_sec", ViewerAmounts::attentionTime);
    amounts.put("watcher_dwell_time", ViewerAmounts::dwellTime);
    amounts.put("watcher_attention_time", ViewerAmounts::attentionTime);
    amounts.put(
        "avg_dwell_time_in_tenths_of_sec",
        scene -> Amount.ratio(dwellTime(scene), watchers(scene)));
    amounts.put(
        "avg_attention_time_in_tenths_of_sec",
        scene -> Amount.ratio(attentionTime(scene), watchers(scene)));
    amounts.put("ots_count", ViewerAmounts::passers);
    amounts.put("ots_count_impressions", ViewerAmounts::passers);
    amounts.put(
        "effective_ots_count", scene -> Math.rint(passers(scene) * EFFECTIVE_PER_CENT / 100));
    amounts.put("conversion_ratio", scene -> Amount.ratio(watchers(scene), passers(scene)));
    for (int mood = 0; mood < MOODS.size(); mood++) {
      int number = mood;
      amounts.put(MOODS.get(mood), scene -> mood(scene, number));
    }
    for (Demographics group : Demographics.GROUPS) {
      amounts.put(
          "watchers_" + group.ending(), scene -> Math.rint(watchers(scene) * group.share()));
    }
  }

  static double watchers(Scene scene) {
    return Math.rint(scene.crowd().watchers());
  }

  /** Whoever looked also came by. */
  static double passers(Scene scene) {
    return Math.max(Math.rint(scene.crowd().passers()), watchers(scene));
  }

  static double dwellTime(Scene scene) {
    return Math.rint(watchers(scene) * (60 + 80 * scene.noise(1)));
  }

  static double attentionTime(Scene scene) {
    return Math.rint(dwellTime(scene) * (0.15 + 0.5 * scene.noise(2)));
  }

  /** One viewer in ten has an age group, but no age. */
  private static double years(Scene scene) {
    boolean unknown = scene.group().age() == 0 || scene.below(3, 10) == 0;
    return unknown ? Amount.UNKNOWN : scene.group().years(Chance.mix(scene.chance(), 4));
  }

  /** In per cent of the time; one face in five shows nothing that could be told. */
  private static double mood(Scene scene, int mood) {
    if (scene.below(5, 5) == 0) {
      return Amount.UNKNOWN;
    }
    double all = 0;
    for (int other = 0; other < MOODS.size(); other++) {
      all += scene.noise(FIRST_MOOD + other);
    }
    return 100 * scene.noise(FIRST_MOOD + mood) / all;
  }
}
