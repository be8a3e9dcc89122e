package dev.vidiexport.sinks.postgresql;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A file of services: sections {@code [name]} with lines {@code host=…}. Immutable.
 *
 * @param file where it is
 * @param lines as they stand in it
 */
record ServiceFile(Path file, List<String> lines) {
  ServiceFile {
    lines = List.copyOf(lines);
  }

  static ServiceFile read(Path file) throws InvalidTargetException {
    return new ServiceFile(
        file, SettingsFile.lines(file, "PGSERVICE names a service, but the file of services"));
  }

  /**
   * What a service says.
   *
   * @throws InvalidTargetException when it is not there, or says what this program does not know:
   *     to pass over it could mean to write to another server
   */
  Map<Setting, String> section(String name) throws InvalidTargetException {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    boolean isInside = false;
    boolean isThere = false;
    for (String written : lines) {
      String line = written.strip();
      if (line.startsWith("[")) {
        isInside = line.equals("[" + name + "]");
        isThere |= isInside;
      } else if (isInside && !line.isEmpty() && !line.startsWith("#")) {
        put(settings, name, line);
      }
    }
    if (!isThere) {
      throw new InvalidTargetException(
          "PGSERVICE names the service \"%s\", which is not in %s.".formatted(name, file));
    }
    return settings;
  }

  private void put(Map<Setting, String> settings, String name, String line)
      throws InvalidTargetException {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw new InvalidTargetException(
          "The service \"%s\" in %s has a line without an equals sign.".formatted(name, file));
    }
    String key = line.substring(0, equals).strip();
    Setting setting =
        Setting.ofLabel(key)
            .orElseThrow(
                () ->
                    new InvalidTargetException(
                        ("The service \"%s\" in %s says %s, which this program does not know; it"
                                + " knows host, port, dbname, user, password, sslmode, sslrootcert"
                                + " and connect_timeout.")
                            .formatted(name, file, key)));
    settings.putIfAbsent(setting, line.substring(equals + 1).strip());
  }

  /** Without what the lines hold. */
  @Override
  public String toString() {
    return file.toString();
  }
}
