package dev.vidiexport.domain.architecture.planted.rules;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that rules know what they check. */
final class RuleThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
