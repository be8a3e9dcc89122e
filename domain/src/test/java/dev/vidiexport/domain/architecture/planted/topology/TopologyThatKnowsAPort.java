package dev.vidiexport.domain.architecture.planted.topology;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that values know values. */
final class TopologyThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
