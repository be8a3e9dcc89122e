package dev.vidiexport.app.bench.body;

import java.time.LocalDateTime;
import java.util.SplittableRandom;

/** How many people stand before a screen in the course of a day. */
final class Rhythm {
  private static final int[] OF_HOUR = {
    0, 0, 0, 0, 0, 1, 4, 9, 14, 16, 20, 24, 30, 28, 24, 22, 24, 30, 34, 28, 16, 8, 3, 1
  };

  private Rhythm() {}

  static int watchers(long location, LocalDateTime hour, SplittableRandom random) {
    int usual = OF_HOUR[hour.getHour()] * (int) (1 + location % 5);
    return usual == 0 ? 0 : usual + random.nextInt(1 + usual / 4);
  }
}
