package dev.vidiexport.sinks.postgresql;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a connection is encrypted: libpq's {@code sslmode}. */
enum Encryption {
  DISABLE,
  ALLOW,
  PREFER,
  REQUIRE,
  VERIFY_CA,
  VERIFY_FULL;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Encryption> ofLabel(String label) {
    return Stream.of(values()).filter(mode -> mode.label().equals(label)).findFirst();
  }

  /** Whether a connection that is not encrypted is refused. */
  boolean encrypts() {
    return this == REQUIRE || verifies();
  }

  /** As libpq has it, a certificate is looked at where there is one to compare it with. */
  Encryption withCertificates() {
    return this == REQUIRE ? VERIFY_CA : this;
  }

  /** Whether the server's certificate is looked at. */
  boolean verifies() {
    return this == VERIFY_CA || this == VERIFY_FULL;
  }

  /** What holds where nobody says: what leaves this machine is encrypted, for the right server. */
  static Encryption ofHost(String host) {
    boolean isLoopback =
        host.equalsIgnoreCase("localhost")
            || host.matches("127(\\.[0-9]{1,3}){3}")
            || host.equals("::1");
    return isLoopback ? PREFER : VERIFY_FULL;
  }
}
