package dev.vidiexport.domain.architecture.planted.scheduling;

/** Breaks the rule that schedules know no clock. */
final class ScheduleThatLooksAtTheClock {
  long now() {
    return System.nanoTime();
  }
}
