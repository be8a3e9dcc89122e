package dev.vidiexport.app.bench.body;

import java.time.LocalDateTime;
import java.util.SplittableRandom;

/** Hours of one location after the other, with a row for each gender and age group. */
final class GroupedRows implements RowMaker {
  private static final int GENDERS = 3;
  private static final int AGES = 5;
  private static final int GROUPS = GENDERS * AGES;
  private static final int FIRST_LOCATION = 1_000;

  @Override
  public void append(long row, SplittableRandom random, JsonRow json) {
    long hours = row / GROUPS;
    int group = (int) (row % GROUPS);
    long location = FIRST_LOCATION + hours / RegularRows.HOURS;
    LocalDateTime hour = RegularRows.BEGIN.plusHours(hours % RegularRows.HOURS);
    int watchers = Rhythm.watchers(location, hour, random) * (1 + group % 4) / 4;
    json.begin()
        .put("location_id", location)
        .putPeriod(hour)
        .put("gender", group / AGES)
        .put("age", group % AGES)
        .put("watcher_count", watchers)
        .put("dwell_time_in_tenths_of_sec", watchers * (60L + random.nextInt(40)))
        .put("attention_time_in_tenths_of_sec", watchers * (15L + random.nextInt(10)))
        .end();
  }
}
