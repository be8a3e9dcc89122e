package dev.vidiexport.domain.architecture.planted.typing;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that values know values. */
final class TypingThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
