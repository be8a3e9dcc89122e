package dev.vidiexport.http.sandbox.data;

import dev.vidiexport.http.sandbox.chance.Chance;
import java.util.List;

/**
 * The groups of a gender and an age, in VidiCenter's codes, and how many of all watchers are of
 * each.
 *
 * @param gender 0 unknown, 1 male, 2 female
 * @param age 0 unknown, 1 child, 2 young adult, 3 adult, 4 senior
 * @param share of all watchers, 0 to 1
 */
record Demographics(int gender, int age, double share) {
  /** Everybody, without distinction. */
  static final Demographics EVERYBODY = new Demographics(0, 0, 1);

  static final List<Demographics> GROUPS =
      List.of(
          new Demographics(0, 0, 0.06),
          new Demographics(1, 1, 0.03),
          new Demographics(1, 2, 0.15),
          new Demographics(1, 3, 0.20),
          new Demographics(1, 4, 0.08),
          new Demographics(2, 1, 0.04),
          new Demographics(2, 2, 0.17),
          new Demographics(2, 3, 0.19),
          new Demographics(2, 4, 0.08));

  static final List<String> GENDERS = List.of("unknown", "male", "female");
  static final List<String> AGES = List.of("unknown", "child", "young_adult", "adult", "senior");

  /** Years of the youngest of an age, and how many years the age spans. */
  private static final int[] YOUNGEST = {0, 4, 16, 31, 61};

  private static final int[] SPAN = {1, 12, 15, 30, 25};

  /** A group for a chance, as often as its share says. */
  static Demographics of(long chance) {
    double left = Chance.share(chance);
    for (Demographics group : GROUPS) {
      left -= group.share;
      if (left < 0) {
        return group;
      }
    }
    return GROUPS.get(GROUPS.size() - 1);
  }

  /** The ending of the keys that count this group: {@code young_adult_male}. */
  String ending() {
    return AGES.get(age) + "_" + GENDERS.get(gender);
  }

  /** An age in years, for a chance. */
  int years(long chance) {
    return YOUNGEST[age] + Chance.below(chance, SPAN[age]);
  }
}
