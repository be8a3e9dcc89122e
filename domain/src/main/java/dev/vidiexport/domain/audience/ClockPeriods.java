package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.coverage.LocalPeriods;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How many periods cameras measured, each counted as often as the clock showed it: not at all in
 * the hour that is skipped, and twice in the one that is repeated. So they are counted that should
 * be there, too. Immutable.
 */
final class ClockPeriods {
  private final LocalPeriods periods;
  private final int periodsOfDay;

  /**
   * Those of a zone.
   *
   * @param zone of all cameras; empty where nobody told it, and each period counts once
   */
  ClockPeriods(RowShape shape, Optional<ZoneId> zone) {
    periods = LocalPeriods.of(shape.resolution(), zone);
    periodsOfDay = shape.periodsOfDay();
  }

  /** How many a camera measured on a day. */
  long measured(PlaceTally camera, int day, LocalDate date) {
    DayChunk chunk = camera.known(day);
    long midnight = LocalPeriods.secondOf(date.atStartOfDay());
    if (chunk == null || periods.isPlain(midnight, midnight + Duration.ofDays(1).toSeconds())) {
      return camera.measured(day);
    }
    long seconds = Duration.ofDays(1).toSeconds() / periodsOfDay;
    long measured = 0;
    for (int period = 0; period < periodsOfDay; period++) {
      long begin = midnight + period * seconds;
      if (chunk.isMeasured(day & DayChunk.DAYS - 1, period)) {
        measured += periods.count(begin, begin + seconds);
      }
    }
    return measured;
  }
}
