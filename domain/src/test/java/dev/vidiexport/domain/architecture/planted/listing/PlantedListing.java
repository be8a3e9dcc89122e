package dev.vidiexport.domain.architecture.planted.listing;

/** A use case for others to reach for. */
public final class PlantedListing {
  /** Does something. */
  public void list() {}
}
