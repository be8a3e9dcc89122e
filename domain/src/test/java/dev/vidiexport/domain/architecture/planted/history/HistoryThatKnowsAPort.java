package dev.vidiexport.domain.architecture.planted.history;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that histories know values. */
final class HistoryThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
