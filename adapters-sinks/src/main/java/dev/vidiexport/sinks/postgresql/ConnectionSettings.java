package dev.vidiexport.sinks.postgresql;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the server is and who asks. Immutable.
 *
 * @param host a name or an address; IPv6 without brackets
 * @param port from 1 to 65535
 * @param database its name
 * @param user its name
 * @param password empty where none was found, which the server may not ask for
 * @param encryption how far the connection is encrypted
 * @param rootCertificate the file of those who sign certificates; where it is empty, and
 *     certificates are looked at, Java's own are trusted
 * @param connectLimit how long connecting may take; at least 1 s
 * @param lockPatience how long another program's lock is waited for
 */
record ConnectionSettings(
    String host,
    int port,
    String database,
    String user,
    Optional<String> password,
    Encryption encryption,
    Optional<Path> rootCertificate,
    Duration connectLimit,
    Duration lockPatience) {
  /** Where the server is, as messages say it; without the password. */
  @Override
  public String toString() {
    return "%s:%s".formatted(writtenHost(), port);
  }

  /** The host as addresses have it. */
  String writtenHost() {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }
}
