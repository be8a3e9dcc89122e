package dev.vidiexport.domain.architecture.planted.typing;

/** A finding of types for others to reach for. */
public final class PlantedTyping {
  /** Does something. */
  public void find() {}
}
