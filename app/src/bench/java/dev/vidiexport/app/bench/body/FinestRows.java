package dev.vidiexport.app.bench.body;

import java.util.List;
import java.util.SplittableRandom;

/** Single viewers, with decimals of many digits and moods that are not always known. */
final class FinestRows implements RowMaker {
  private static final List<String> MOODS =
      List.of("very_happy", "happy", "neutral", "unhappy", "very_unhappy");
  private static final int VIEWERS_PER_LOCATION = 50_000;
  private static final int SECONDS_APART = 600;
  private static final int FIRST_LOCATION = 1_000;

  private final String momentKey;

  FinestRows(String momentKey) {
    this.momentKey = momentKey;
  }

  @Override
  public void append(long row, SplittableRandom random, JsonRow json) {
    json.begin();
    putKeys(row, random, json);
    json.end();
  }

  /** Puts the keys of a viewer into an object that has begun. */
  void putKeys(long row, SplittableRandom random, JsonRow json) {
    long second = row % VIEWERS_PER_LOCATION * SECONDS_APART + random.nextInt(SECONDS_APART);
    int dwell = 5 + random.nextInt(900);
    json.put("location_id", FIRST_LOCATION + row / VIEWERS_PER_LOCATION)
        .putMoment(momentKey, RegularRows.BEGIN.plusSeconds(second))
        .put("gender", random.nextInt(3))
        .put("age", random.nextInt(5))
        .put("age_value", random.nextInt(100))
        .put("dwell_time_in_tenths_of_sec", dwell)
        .put("attention_time_in_tenths_of_sec", random.nextInt(dwell));
    boolean known = random.nextInt(4) != 0;
    for (String mood : MOODS) {
      if (known && random.nextInt(10) != 0) {
        json.putLongDecimal(mood, random.nextInt(100), random.nextLong());
      } else {
        json.putNull(mood);
      }
    }
  }
}
