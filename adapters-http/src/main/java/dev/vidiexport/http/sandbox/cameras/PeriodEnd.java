package dev.vidiexport.http.sandbox.cameras;

import java.time.LocalDateTime;

/** Reckons when periods are over. */
final class PeriodEnd {
  private static final int SECONDS_OF_HOUR = 3600;

  private PeriodEnd() {}

  static LocalDateTime of(LocalDateTime start, double hours) {
    return start.plusSeconds(Math.round(hours * SECONDS_OF_HOUR));
  }
}
