package dev.vidiexport.domain.architecture.planted.audience;

/** Breaks the rule that audiences know no clock. */
final class AudienceThatLooksAtTheClock {
  long now() {
    return System.nanoTime();
  }
}
