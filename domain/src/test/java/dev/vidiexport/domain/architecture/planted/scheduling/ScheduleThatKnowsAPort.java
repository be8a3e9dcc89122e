package dev.vidiexport.domain.architecture.planted.scheduling;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that schedules know no port. */
final class ScheduleThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
