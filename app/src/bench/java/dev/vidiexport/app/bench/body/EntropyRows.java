package dev.vidiexport.app.bench.body;

import java.util.SplittableRandom;

/** The same keys as {@link RegularRows}, with any value and in no order. */
final class EntropyRows implements RowMaker {
  private static final int LOCATIONS = 100_000;
  private static final int YEARS = 8;
  private static final int MOST = 1_000_000;

  @Override
  public void append(long row, SplittableRandom random, JsonRow json) {
    json.begin()
        .put("location_id", random.nextInt(1, LOCATIONS))
        .putPeriod(RegularRows.BEGIN.plusHours(random.nextInt(YEARS * RegularRows.HOURS)))
        .put("watcher_count", random.nextInt(MOST))
        .put("dwell_time_in_tenths_of_sec", random.nextInt(MOST))
        .put("attention_time_in_tenths_of_sec", random.nextInt(MOST))
        .putLongDecimal("conversion_ratio", 0, random.nextLong())
        .end();
  }
}
