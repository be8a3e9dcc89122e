package dev.vidiexport.http;

import dev.vidiexport.http.wire.WhoamiDto;

/** Lets a wire type out, so that the rule against it can be seen to work. */
public final class PlantedBreach {
  private PlantedBreach() {}

  public static WhoamiDto breach() {
    return new WhoamiDto(null);
  }
}
