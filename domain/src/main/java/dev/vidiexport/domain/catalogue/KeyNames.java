package dev.vidiexport.domain.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Families of keys that several data types share, or that several rules speak of. */
final class KeyNames {
  static final List<String> MOODS =
      List.of("very_happy", "happy", "neutral", "unhappy", "very_unhappy");

  static final List<String> WINDS =
      List.of(
          "north", "north_east", "east", "south_east", "south", "south_west", "west", "north_west");

  /** The age groups, each male and female: {@code child_male}, {@code child_female} and so on. */
  static final List<String> DEMOGRAPHICS =
      products(List.of("child_", "young_adult_", "adult_", "senior_"), List.of("male", "female"));

  static final List<String> AGE_RANGE_MULTIPLIERS =
      products(
          List.of("all_age_", "male_age_", "female_age_"),
          List.of(
              "12_17_im",
              "18_24_im",
              "25_34_im",
              "35_44_im",
              "45_54_im",
              "55_64_im",
              "65_plus_im"));

  private KeyNames() {}

  /** Every beginning with every end; the beginning changes last. */
  private static List<String> products(List<String> beginnings, List<String> ends) {
    return beginnings.stream().flatMap(beginning -> ends.stream().map(beginning::concat)).toList();
  }

  /** The names with something before each. */
  static List<String> prefixed(String prefix, List<String> names) {
    return names.stream().map(prefix::concat).toList();
  }

  /** The first list, then the second. */
  static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
