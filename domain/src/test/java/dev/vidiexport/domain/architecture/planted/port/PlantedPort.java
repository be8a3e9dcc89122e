package dev.vidiexport.domain.architecture.planted.port;

/** A port for others to reach for. */
public interface PlantedPort {
  /** Does something. */
  void act();
}
