package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.report.HoursOfDay;

/** Makes {@link DayChunk}s, and only so many. For one thread. */
final class DayChunks {
  /** What all of them together may take: 96 MiB. */
  private static final long MOST_BYTES = 96L << 20;

  private final int kinds;
  private final int periodsOfDay;
  private final boolean keepsHours;
  private final long bytesOfOne;
  private long made;

  DayChunks(int kinds, int periodsOfDay, boolean keepsHours) {
    this.kinds = kinds;
    this.periodsOfDay = periodsOfDay;
    this.keepsHours = keepsHours;
    int hours = keepsHours ? HoursOfDay.COUNT : 0;
    bytesOfOne = Long.BYTES * ((long) kinds * DayChunk.DAYS * (1 + hours) + 3L * periodsOfDay);
  }

  /**
   * One more.
   *
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} when there are too many
   */
  DayChunk make() {
    made++;
    if (made * bytesOfOne > MOST_BYTES) {
      throw new ExportException(
          FailureReason.REPORT_NOT_POSSIBLE,
          keepsHours
              ? "There are too many cameras and days to average them by hour. Report on fewer of"
                  + " them, or have cameras added up."
              : "There are too many cameras and days for one report. Report on fewer of them.");
    }
    return new DayChunk(kinds, periodsOfDay, keepsHours);
  }
}
