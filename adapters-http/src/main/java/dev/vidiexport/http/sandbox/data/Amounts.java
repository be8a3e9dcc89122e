package dev.vidiexport.http.sandbox.data;

import java.util.HashMap;
import java.util.Map;

/** The numbers that there are, by the name of their key. */
final class Amounts {
  private static final Map<String, Amount> ALL = all();

  private Amounts() {}

  static Amount of(String key) {
    Amount amount = ALL.get(key);
    if (amount == null) {
      throw new IllegalArgumentException("There is no number called " + key);
    }
    return amount;
  }

  private static Map<String, Amount> all() {
    Map<String, Amount> amounts = new HashMap<>();
    ViewerAmounts.putInto(amounts);
    PassageAmounts.putInto(amounts);
    ScreenAmounts.putInto(amounts);
    return Map.copyOf(amounts);
  }
}
