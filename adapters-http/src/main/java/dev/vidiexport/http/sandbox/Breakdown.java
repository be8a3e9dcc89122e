package dev.vidiexport.http.sandbox;

import java.util.List;

/** Into what else than places and periods the rows of a type are broken down. */
enum Breakdown {
  NONE("", List.of("")),
  CONTENT("content_id", List.of("70112", "70113", "0070114", "summer-15s")),
  GATE("gate_id", List.of("1", "2")),
  ZONE("zone_id", List.of("Entry zone", "Aisle, left", "Checkout")),
  PRODUCT("product", List.of("Cola 0.5 l", "Crisps \"XXL\"", "Thé glacé"));

  private final String key;
  private final List<String> items;

  Breakdown(String key, List<String> items) {
    this.key = key;
    this.items = items;
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
    return items;
  }
}
