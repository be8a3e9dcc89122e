package dev.vidiexport.http.sandbox.data;

import java.util.List;

/** What the rows of a type are broken down into, besides places and periods. */
enum Breakdown {
  NONE(""),
  CONTENT("content_id"),
  GATE("gate_id"),
  ZONE("zone_id"),
  PRODUCT("product");

  private static final List<String> WHOLE = List.of("");
  private static final List<String> CONTENTS = List.of("70112", "70113", "0070114", "summer-15s");
  private static final List<String> GATES = List.of("1", "2");
  private static final List<String> ZONES = List.of("Entry zone", "Aisle, left", "Checkout");
  private static final List<String> PRODUCTS = List.of("Cola 0.5 l", "Crisps \"XXL\"", "Thé glacé");

  private final String key;

  Breakdown(String key) {
    this.key = key;
  }

  /** The breakdown of rows with these keys. */
  static Breakdown of(List<Key> keys) {
    for (Breakdown breakdown : values()) {
      if (keys.stream().anyMatch(key -> key.name().equals(breakdown.key))) {
        return breakdown;
      }
    }
    return NONE;
  }

  /** The names of the items; one that stands for all where there is no breakdown. */
  List<String> items() {
    return switch (this) {
      case NONE -> WHOLE;
      case CONTENT -> CONTENTS;
      case GATE -> GATES;
      case ZONE -> ZONES;
      case PRODUCT -> PRODUCTS;
    };
  }
}
