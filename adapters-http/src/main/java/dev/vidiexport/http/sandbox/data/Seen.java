package dev.vidiexport.http.sandbox.data;

import java.util.List;

/** What cameras see, in rows that are not aggregated. */
enum Seen {
  VIEWER,
  PERSON,
  VEHICLE;

  /** What the rows of a type are about; the place in the list is the shape of the rows. */
  static List<Seen> of(DocumentedType type) {
    return switch (type.name()) {
      case "viewers", "viewers_apc" -> List.of(VIEWER);
      case "vehicles" -> List.of(VEHICLE);
      case "vehicles_footfall" -> List.of(PERSON, VEHICLE);
      default -> List.of(PERSON);
    };
  }

  /** How many of them there are to be expected in a crowd. */
  double expectedIn(Crowd crowd) {
    return switch (this) {
      case VIEWER -> crowd.watchers();
      case PERSON -> crowd.passers();
      case VEHICLE -> crowd.vehicles();
    };
  }
}
