package dev.vidiexport.domain.architecture.planted.planning;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that plans know values. */
final class PlanThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
