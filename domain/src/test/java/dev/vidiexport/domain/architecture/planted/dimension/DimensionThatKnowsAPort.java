package dev.vidiexport.domain.architecture.planted.dimension;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that dimensions know values. */
final class DimensionThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
