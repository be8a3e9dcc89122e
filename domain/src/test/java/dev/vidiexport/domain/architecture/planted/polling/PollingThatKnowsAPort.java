package dev.vidiexport.domain.architecture.planted.polling;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that polling knows no port. */
final class PollingThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
