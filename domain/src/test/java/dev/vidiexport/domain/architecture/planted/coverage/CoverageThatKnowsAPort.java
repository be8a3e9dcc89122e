package dev.vidiexport.domain.architecture.planted.coverage;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that coverage knows values. */
final class CoverageThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
