package dev.vidiexport.app.project;

import static dev.vidiexport.app.project.SchemaParts.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the target of a history asks of the rest of its file, as a part of the schema. */
record TargetSchema(DatabaseFormats databases) {
  /** As of {@link dev.vidiexport.app.arguments.AddressScheme#ofAddress}. */
  private static final String ADDRESS = "[ \\t\\n\\x0b\\f\\r]*[A-Za-z][A-Za-z0-9+.:-]+://";

  /** The keywords. */
  Map<String, Object> rules() {
    return part(
        "if",
        part(
            "properties",
            part(FileKey.TARGET.key(), part("pattern", isAddress())),
            "required",
            List.of(FileKey.TARGET.key())),
        "then",
        database(),
        "else",
        folder());
  }

  private String isAddress() {
    List<String> schemes = databases.addressSchemes();
    return schemes.isEmpty() ? "^" + ADDRESS : "^(%s|%s)".formatted(ADDRESS, oneOf(schemes));
  }

  private Map<String, Object> database() {
    Map<String, Object> refused = none(ExportKey.FORMAT, ExportKey.SINK_OPTIONS);
    List<String> kept = databases.keptSchemes();
    Map<String, Object> properties = ofExports(refused);
    properties.put(
        FileKey.TARGET.key(), kept.isEmpty() ? false : part("pattern", "^" + oneOf(kept)));
    return part("properties", properties, "required", List.of(FileKey.LEDGER.key()));
  }

  private static Map<String, Object> folder() {
    Map<String, Object> properties = ofExports(none(ExportKey.TABLE, ExportKey.SCHEMA));
    properties.put(FileKey.LEDGER.key(), false);
    return part("properties", properties);
  }

  /** What every export must keep to, and the defaults. */
  private static Map<String, Object> ofExports(Map<String, Object> rules) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(FileKey.DEFAULTS.key(), rules);
    properties.put(FileKey.EXPORTS.key(), part("additionalProperties", rules));
    return properties;
  }

  private static Map<String, Object> none(ExportKey one, ExportKey other) {
    return part("properties", part(one.key(), false, other.key(), false));
  }

  /** Schemes and their colon, upper and lower case alike. */
  private static String oneOf(List<String> schemes) {
    return schemes.stream().map(TargetSchema::anyCase).collect(Collectors.joining("|", "(", ")"))
        + ":";
  }

  private static String anyCase(String scheme) {
    return scheme
        .replaceAll("[+.]", "\\\\$0")
        .chars()
        .mapToObj(Character::toString)
        .map(letter -> letter.matches("[a-z]") ? "[%s%s]".formatted(letter, upper(letter)) : letter)
        .collect(Collectors.joining());
  }

  private static String upper(String letter) {
    return letter.toUpperCase(Locale.ROOT);
  }
}
