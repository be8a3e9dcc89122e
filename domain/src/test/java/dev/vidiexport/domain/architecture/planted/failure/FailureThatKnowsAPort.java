package dev.vidiexport.domain.architecture.planted.failure;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that failures know nobody. */
final class FailureThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
