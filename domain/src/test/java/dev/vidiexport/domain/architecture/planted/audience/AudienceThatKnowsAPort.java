package dev.vidiexport.domain.architecture.planted.audience;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that audiences know values. */
final class AudienceThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
