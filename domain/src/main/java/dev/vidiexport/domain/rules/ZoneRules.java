package dev.vidiexport.domain.rules;

import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the name of a time zone. */
public final class ZoneRules {
  private final Violations violations;

  ZoneRules(Violations violations) {
    this.violations = violations;
  }

  /** The IANA names that this Java knows, in alphabetical order. */
  public static List<String> names() {
    // What begins so are names of old Unix systems, and none of IANA's.
    return ZoneId.getAvailableZoneIds().stream()
        .filter(name -> !name.startsWith("SystemV/"))
        .sorted()
        .toList();
  }

  /** The zone; empty where none was given, and with a violation where it is none. */
  Optional<ZoneId> read(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<ZoneId> zone = find(text);
    if (zone.isEmpty()) {
      violations.add("time_zone", problem(text));
    }
    return zone;
  }

  /** The zone of an IANA name. */
  static Optional<ZoneId> find(String name) {
    return names().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }

  /** What is wrong with a text that is no such name, as a clause. */
  static String problem(String text) {
    return "must be an IANA name such as Europe/Paris, but was %s%s"
        .formatted(QuotedText.of(text), SpellingHints.didYouMean(nearest(text, names())));
  }

  /** Many know the name of the city alone. */
  private static Optional<String> nearest(String text, List<String> names) {
    Map<String, String> byCity = new LinkedHashMap<>();
    names.forEach(name -> byCity.putIfAbsent(name.substring(name.lastIndexOf('/') + 1), name));
    String city = text.substring(text.lastIndexOf('/') + 1).replace(' ', '_');
    return SpellingSuggestion.nearest(text, names)
        .or(() -> SpellingSuggestion.nearest(city, byCity.keySet()).map(byCity::get));
  }
}
