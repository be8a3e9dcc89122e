package dev.vidiexport.domain.architecture.planted.request;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that values know values. */
final class RequestThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
