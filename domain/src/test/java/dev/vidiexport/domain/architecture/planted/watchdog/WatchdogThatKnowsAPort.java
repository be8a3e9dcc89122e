package dev.vidiexport.domain.architecture.planted.watchdog;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that the watchdog knows nobody. */
final class WatchdogThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
