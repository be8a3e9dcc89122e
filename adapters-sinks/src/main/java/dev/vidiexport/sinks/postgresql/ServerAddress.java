package dev.vidiexport.sinks.postgresql;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address says of the server: {@code postgresql://user@host:5432/database?sslmode=require},
 * of which each part may be missing. It never holds a password. Immutable.
 *
 * <p>The form is that of PostgreSQL's documentation, "Connection URIs", with one host alone.
 *
 * @param parts values by the names that settings have
 */
record ServerAddress(Map<Setting, String> parts) {
  private static final String EXAMPLE = "postgresql://user@host:5432/database";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<user>[^/?#]*)@)?(?<host>\\[[^\\]/?#@]*\\]|[^/?#@:\\[\\]]*)"
              + "(?<port>:[^/?#@]*)?(?:/(?<database>[^/?#]*))?(?:\\?(?<query>[^#]*))?",
          Pattern.CASE_INSENSITIVE);

  /** What may stand behind the question mark. */
  private static final Set<Setting> PARAMETERS =
      Collections.unmodifiableSet(
          EnumSet.of(Setting.ENCRYPTION, Setting.ROOT_CERTIFICATE, Setting.CONNECT_TIMEOUT));

  ServerAddress {
    parts = Map.copyOf(parts);
  }

  /**
   * Reads an address.
   *
   * @throws InvalidTargetException with a sentence that does not show the address, which may hold a
   *     password
   */
  static ServerAddress parse(String text) throws InvalidTargetException {
    Matcher found = ADDRESS.matcher(text);
    if (!found.matches()) {
      throw new InvalidTargetException(
          text.regionMatches(true, 0, "postgres", 0, 8)
              ? "The address of the server cannot be read; it must be like %s.".formatted(EXAMPLE)
              : "The format postgresql writes to a server; the output must be an address such as %s."
                  .formatted(EXAMPLE));
    }
    Map<Setting, String> parts = new LinkedHashMap<>();
    putUser(parts, found.group("user"));
    if (!found.group("host").isEmpty()) {
      ServerHost.of(found.group("host"));
      parts.put(Setting.HOST, found.group("host"));
    }
    put(parts, Setting.PORT, found.group("port") == null ? "" : found.group("port").substring(1));
    put(parts, Setting.DATABASE, decoded(found.group("database")));
    putParameters(parts, found.group("query"));
    return new ServerAddress(parts);
  }

  /** A part that is there; empty where the address leaves it to others. */
  Optional<String> part(Setting name) {
    return Optional.ofNullable(parts.get(name));
  }

  private static void putUser(Map<Setting, String> parts, String written)
      throws InvalidTargetException {
    String user = decoded(written);
    if (user.indexOf(':') >= 0) {
      throw passwordInAddress();
    }
    put(parts, Setting.USER, user);
  }

  private static void putParameters(Map<Setting, String> parts, String query)
      throws InvalidTargetException {
    if (query == null || query.isEmpty()) {
      return;
    }
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
      if (name.equals(Setting.PASSWORD.label())) {
        throw passwordInAddress();
      }
      Setting setting =
          Setting.ofLabel(name)
              .filter(PARAMETERS::contains)
              .orElseThrow(
                  () ->
                      new InvalidTargetException(
                          "The address of the server takes sslmode, sslrootcert and connect_timeout"
                              + " behind its question mark, and nothing else."));
      if (equals < 0 || parts.containsKey(setting)) {
        throw new InvalidTargetException(
            "The address of the server must give %s one value.".formatted(setting.label()));
      }
      put(parts, setting, decoded(parameter.substring(equals + 1)));
    }
  }

  private static InvalidTargetException passwordInAddress() {
    return new InvalidTargetException(
        "The address of the server must hold no password, which others could see in the list of"
            + " processes. Give it in PGPASSWORD, or in a file that PGPASSFILE names.");
  }

  private static void put(Map<Setting, String> parts, Setting name, String value) {
    if (!value.isEmpty()) {
      parts.put(name, value);
    }
  }

  private static String decoded(String written) throws InvalidTargetException {
    if (written == null) {
      return "";
    }
    return PercentText.decoded(written)
        .orElseThrow(
            () ->
                new InvalidTargetException(
                    "The address of the server holds a percent sign that two hexadecimal digits of"
                        + " UTF-8 do not follow; write it as %25."));
  }
}
