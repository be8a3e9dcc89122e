package dev.vidiexport.domain.architecture.planted.report;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that reports know nobody. */
final class ReportThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
