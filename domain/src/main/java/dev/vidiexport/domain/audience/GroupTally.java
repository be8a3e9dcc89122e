package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.Daypart;
import dev.vidiexport.domain.report.DwellBucket;
import dev.vidiexport.domain.report.GroupFigures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Who watched, when of the day, and for how long, at all places together. For one thread. */
final class GroupTally {
  private static final int GENDERS = GroupFigures.GENDERS;
  private static final int AGES = GroupFigures.AGES;
  private static final int[] BUCKETS = {0, 1, 2, 5, 10, 20, 30, 60, 120};
  private static final int TENTHS = 10;

  private final ExactSums groups = new ExactSums(GENDERS * AGES);
  private final Map<Daypart, ExactSums> ages = new EnumMap<>(Daypart.class);
  private final Map<Daypart, RateSums> ratesOfParts = new EnumMap<>(Daypart.class);
  private final RateSums ratesOfAges = new RateSums(AGES);
  private final long[] viewers = new long[BUCKETS.length];

  GroupTally() {
    for (Daypart part : Daypart.values()) {
      ages.put(part, new ExactSums(AGES));
      ratesOfParts.put(part, new RateSums(1));
    }
  }

  /**
   * A code within those that are known; others, and none, count as unknown.
   *
   * @param codes how many there are
   */
  static int code(RowNumbers numbers, int row, int codes) {
    if (!numbers.isPresent(row)) {
      return 0;
    }
    double code = numbers.value(row);
    return code > 0 && code < codes && code == Math.rint(code) ? (int) code : 0;
  }

  void addWatchers(int gender, int age, Daypart part, double watchers) {
    groups.add(gender * AGES + age, watchers);
    sums(ages, part).add(age, watchers);
  }

  void addRate(RateKind rate, int age, Daypart part, double numerator, double denominator) {
    sums(ratesOfParts, part).add(rate, 0, numerator, denominator);
    ratesOfAges.add(rate, age, numerator, denominator);
  }

  /** Counts one viewer, who stayed for so many tenths of a second. */
  void addDwell(double tenths) {
    int bucket = 0;
    for (int next = 1; next < BUCKETS.length && tenths >= BUCKETS[next] * TENTHS; next++) {
      bucket = next;
    }
    viewers[bucket]++;
  }

  OptionalDouble watchers(int gender, int age) {
    return groups.sum(gender * AGES + age);
  }

  OptionalDouble watchersOfAge(Daypart part, int age) {
    return sums(ages, part).sum(age);
  }

  OptionalDouble rateOfPart(RateKind rate, Daypart part) {
    return sums(ratesOfParts, part).ratio(rate, 0);
  }

  OptionalDouble rateOfAge(RateKind rate, int age) {
    return ratesOfAges.ratio(rate, age);
  }

  /** How many viewers stayed how long. */
  List<DwellBucket> dwellTimes() {
    List<DwellBucket> buckets = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS.length; bucket++) {
      buckets.add(
          new DwellBucket(
              BUCKETS[bucket],
              bucket + 1 < BUCKETS.length
                  ? OptionalInt.of(BUCKETS[bucket + 1])
                  : OptionalInt.empty(),
              viewers[bucket]));
    }
    return buckets;
  }

  /** Each part has its own from the beginning. */
  private static <T> T sums(Map<Daypart, T> byPart, Daypart part) {
    T sums = byPart.get(part);
    if (sums == null) {
      throw new IllegalStateException("There must be sums of " + part);
    }
    return sums;
  }
}
