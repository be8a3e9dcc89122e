package dev.vidiexport.domain.catalogue;

import java.util.Optional;

/** Tells what a column is counted in, or what its codes mean, by its name. */
final class ColumnUnits {
  private ColumnUnits() {}

  static Optional<String> of(String name) {
    return switch (name) {
      case "duration", "content_duration" -> Optional.of("seconds");
      // The names of 2016 for columns whose present-day names contain their unit.
      case "dwell_time", "attention_time" -> Optional.of("tenths of a second");
      case "gender" -> Optional.of("code: 0 unknown, 1 male, 2 female");
      case "age", "age_bracket" ->
          Optional.of("code: 0 unknown, 1 child, 2 young adult, 3 adult, 4 senior");
      case "type" -> Optional.of("code: 0 unknown, 1 car, 2 bus, 3 truck or SUV, 4 van, 5 bike");
      case "color" ->
          Optional.of(
              "code: 0 unknown, 1 white, 2 gray, 3 yellow, 4 red, 5 green, 6 blue, 7 black");
      default -> byPattern(name);
    };
  }

  private static Optional<String> byPattern(String name) {
    if (name.endsWith("_in_tenths_of_sec") || name.endsWith("_presence_time")) {
      return Optional.of("tenths of a second");
    }
    if (KeyNames.MOODS.contains(name) || KeyNames.WINDS.contains(name)) {
      return Optional.of("per cent");
    }
    return Optional.empty();
  }
}
