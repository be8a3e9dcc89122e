package dev.vidiexport.domain.architecture.planted.export;

import dev.vidiexport.domain.architecture.planted.port.PlantedPort;

/** A use case, which may know ports; with the port that knows it, it makes a cycle. */
public final class PlantedUseCase {
  private final PlantedPort port;

  /** Takes a port. */
  public PlantedUseCase(PlantedPort port) {
    this.port = port;
  }

  /** Uses the port. */
  public void run() {
    port.act();
  }
}
