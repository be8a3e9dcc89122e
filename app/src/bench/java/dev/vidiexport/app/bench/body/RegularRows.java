package dev.vidiexport.app.bench.body;

import java.time.LocalDateTime;
import java.util.SplittableRandom;

/** A year of hours for one location after the other, in order and with the rhythm of a day. */
final class RegularRows implements RowMaker {
  static final LocalDateTime BEGIN = LocalDateTime.of(2024, 1, 1, 0, 0);
  static final int HOURS = 8_760;
  private static final int FIRST_LOCATION = 1_000;

  @Override
  public void append(long row, SplittableRandom random, JsonRow json) {
    long location = FIRST_LOCATION + row / HOURS;
    LocalDateTime hour = BEGIN.plusHours(row % HOURS);
    int watchers = Rhythm.watchers(location, hour, random);
    int passers = watchers * 3 + random.nextInt(8);
    json.begin()
        .put("location_id", location)
        .putPeriod(hour)
        .put("watcher_count", watchers)
        .put("dwell_time_in_tenths_of_sec", watchers * 80L + random.nextInt(20))
        .put("attention_time_in_tenths_of_sec", watchers * 20L)
        .putTenThousandths("conversion_ratio", passers == 0 ? 0 : 10_000L * watchers / passers)
        .end();
  }
}
