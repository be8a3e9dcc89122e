package dev.vidiexport.domain.architecture.planted.polling;

/** Breaks the rule that polling knows no clock. */
final class PollingThatLooksAtTheClock {
  long now() {
    return System.nanoTime();
  }
}
