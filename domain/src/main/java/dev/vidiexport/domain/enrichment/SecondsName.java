package dev.vidiexport.domain.enrichment;

import java.util.Optional;
import java.util.Set;

/**
 * The name of a column in seconds, made from one in tenths or thousandths of a second (VidiCenter
 * data export, Types of data). Immutable.
 *
 * @param parts how many parts a second has: 10 or 1,000
 */
record SecondsName(String name, int parts) {
  private static final String TENTHS = "_in_tenths_of_sec";
  private static final String MILLISECONDS = "_in_milliseconds";
  private static final String PRESENCE = "_presence_time";
  private static final String ENDING = "_seconds";

  /** The names of 2016 do not tell their unit. */
  private static final Set<String> FORMER = Set.of("dwell_time", "attention_time");

  /** Empty where the documentation does not say that a key is in parts of a second. */
  static Optional<SecondsName> of(String key) {
    if (key.endsWith(TENTHS)) {
      return Optional.of(new SecondsName(without(TENTHS, key) + ENDING, 10));
    }
    if (key.endsWith(PRESENCE)) {
      return Optional.of(new SecondsName(without("_time", key) + ENDING, 10));
    }
    if (FORMER.contains(key)) {
      return Optional.of(new SecondsName(key + ENDING, 10));
    }
    return key.endsWith(MILLISECONDS)
        ? Optional.of(new SecondsName(without(MILLISECONDS, key) + ENDING, 1_000))
        : Optional.empty();
  }

  private static String without(String ending, String key) {
    return key.substring(0, key.length() - ending.length());
  }
}
