package dev.vidiexport.domain.architecture.planted.planning;

import java.time.Instant;

/** Breaks the rule that plans know no clock. */
final class PlanThatLooksAtTheClock {
  Instant today() {
    return Instant.now();
  }
}
