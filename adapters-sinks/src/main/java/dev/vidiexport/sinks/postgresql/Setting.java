package dev.vidiexport.sinks.postgresql;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be known of a connection, by the names that libpq, PostgreSQL's own library, gives.
 */
enum Setting {
  HOST("host"),
  PORT("port"),
  DATABASE("dbname"),
  USER("user"),
  PASSWORD("password"),
  ENCRYPTION("sslmode"),
  ROOT_CERTIFICATE("sslrootcert"),
  CONNECT_TIMEOUT("connect_timeout");

  private final String label;

  Setting(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Optional<Setting> ofLabel(String label) {
    return Stream.of(values()).filter(setting -> setting.label.equals(label)).findFirst();
  }
}
