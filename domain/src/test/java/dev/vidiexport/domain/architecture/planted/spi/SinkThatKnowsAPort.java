package dev.vidiexport.domain.architecture.planted.spi;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** Breaks the rule that the SPI knows tables alone. */
final class SinkThatKnowsAPort {
  void use(PlantedPort port) {
    port.act();
  }
}
