package dev.vidiexport.app.simulation;

import java.time.Duration;

/**
 * With whom a process shares the limits.
 *
 * @param isShared whether by a file, as it is shipped; otherwise it keeps them by itself
 * @param others how many other runs of the user have the file open
 * @param othersEnd when the last of them ends, whatever it does then
 */
record SharingSchedule(boolean isShared, int others, Duration othersEnd) {
  private static final int MOST_OTHERS = 3;

  static SharingSchedule of(SeededChance chance) {
    boolean isShared = chance.in(0.5);
    boolean hasOthers = isShared && chance.in(0.5);
    return new SharingSchedule(
        isShared, hasOthers ? chance.between(1, MOST_OTHERS) : 0, chance.seconds(1, 180));
  }

  /** The same, with at least one other run wherever the limits are shared. */
  SharingSchedule withOthers(SeededChance chance) {
    return new SharingSchedule(isShared, isShared ? chance.between(1, MOST_OTHERS) : 0, othersEnd);
  }

  SharingSchedule withoutOthers() {
    return new SharingSchedule(isShared, 0, Duration.ZERO);
  }
}
