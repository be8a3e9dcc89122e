package dev.vidiexport.sinks.postgresql;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what an address leaves open: in the service that is named, then in the environment, then
 * where libpq looks. The order, the names and the files are those of PostgreSQL's documentation,
 * "Environment Variables", "The Password File" and "The Connection Service File".
 *
 * @param environment variables by their names
 * @param lockPatience how long another program's lock is waited for
 */
record SettingsSearch(Map<String, String> environment, Duration lockPatience) {
  /** What else stands in the environment is none of its business. */
  private static final Set<String> VARIABLES =
      Set.of(
          "HOME",
          "PGPASSFILE",
          "PGPASSWORD",
          "PGSERVICE",
          "PGSERVICEFILE",
          "PGSSLMODE",
          "PGSSLROOTCERT");

  private static final int DEFAULT_PORT = 5432;
  private static final int MOST_PORT = 65_535;
  private static final int DEFAULT_CONNECT_SECONDS = 10;
  private static final int MOST_CONNECT_SECONDS = 300;

  /** libpq's word for the certificates that the system trusts. */
  private static final String SYSTEM_CERTIFICATES = "system";

  SettingsSearch {
    environment =
        environment.entrySet().stream()
            .filter(variable -> VARIABLES.contains(variable.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Without what it holds, which may be a password. */
  @Override
  public String toString() {
    return "what is known of connections";
  }

  /**
   * All that is needed to connect.
   *
   * @throws InvalidTargetException when something is missing, wrong, or open to others
   */
  ConnectionSettings settings(ServerAddress address) throws InvalidTargetException {
    Map<Setting, String> service = service();
    String host = ServerHost.of(found(address, service, Setting.HOST).orElse("localhost"));
    String user =
        found(address, service, Setting.USER)
            .or(() -> Optional.ofNullable(System.getProperty("user.name")))
            .orElseThrow(
                () -> new InvalidTargetException("The address of the server must name a user."));
    String database = found(address, service, Setting.DATABASE).orElse(user);
    int port = number(found(address, service, Setting.PORT), Setting.PORT, DEFAULT_PORT, MOST_PORT);
    Encryption asked = encryption(address, service, host);
    Optional<Path> certificates =
        asked.encrypts() ? rootCertificate(address, service, asked) : Optional.empty();
    Encryption encryption = certificates.isPresent() ? asked.withCertificates() : asked;
    return new ConnectionSettings(
        host,
        port,
        database,
        user,
        password(service, new PasswordFile.Key(host, port, database, user)),
        encryption,
        certificates,
        Duration.ofSeconds(
            number(
                found(address, service, Setting.CONNECT_TIMEOUT),
                Setting.CONNECT_TIMEOUT,
                DEFAULT_CONNECT_SECONDS,
                MOST_CONNECT_SECONDS)),
        lockPatience);
  }

  private static Optional<String> found(
      ServerAddress address, Map<Setting, String> service, Setting setting) {
    return address.part(setting).or(() -> Optional.ofNullable(service.get(setting)));
  }

  private Map<Setting, String> service() throws InvalidTargetException {
    Optional<String> name = variable("PGSERVICE");
    return name.isEmpty() ? Map.of() : ServiceFile.read(serviceFile()).section(name.get());
  }

  private Path serviceFile() throws InvalidTargetException {
    Optional<String> named = variable("PGSERVICEFILE");
    if (named.isPresent()) {
      return path("PGSERVICEFILE", named.get());
    }
    return home()
        .map(home -> home.resolve(".pg_service.conf"))
        .orElseThrow(
            () ->
                new InvalidTargetException(
                    "PGSERVICE names a service, but there is no PGSERVICEFILE, and no HOME to look"
                        + " for .pg_service.conf in."));
  }

  private Encryption encryption(ServerAddress address, Map<Setting, String> service, String host)
      throws InvalidTargetException {
    Optional<String> written =
        found(address, service, Setting.ENCRYPTION).or(() -> variable("PGSSLMODE"));
    if (written.isEmpty()) {
      return Encryption.ofHost(host);
    }
    return Encryption.ofLabel(written.get())
        .orElseThrow(
            () ->
                new InvalidTargetException(
                    "sslmode must be one of disable, allow, prefer, require, verify-ca,"
                        + " verify-full."));
  }

  private Optional<Path> rootCertificate(
      ServerAddress address, Map<Setting, String> service, Encryption asked)
      throws InvalidTargetException {
    Optional<String> written =
        found(address, service, Setting.ROOT_CERTIFICATE).or(() -> variable("PGSSLROOTCERT"));
    if (written.isEmpty()) {
      return home()
          .map(home -> home.resolve(".postgresql").resolve("root.crt"))
          .filter(Files::exists);
    }
    if (written.get().equals(SYSTEM_CERTIFICATES)) {
      if (asked != Encryption.VERIFY_FULL) {
        throw new InvalidTargetException(
            "sslrootcert=system needs sslmode=verify-full: those whom the system trusts sign for any server.");
      }
      return Optional.empty();
    }
    Path file = path(Setting.ROOT_CERTIFICATE.label(), written.get());
    if (!Files.isRegularFile(file)) {
      throw new InvalidTargetException("sslrootcert names %s, which is no file.".formatted(file));
    }
    return Optional.of(file);
  }

  private Optional<String> password(Map<Setting, String> service, PasswordFile.Key key)
      throws InvalidTargetException {
    Optional<String> given =
        Optional.ofNullable(service.get(Setting.PASSWORD)).or(() -> variable("PGPASSWORD"));
    if (given.isPresent()) {
      return given;
    }
    Optional<String> named = variable("PGPASSFILE");
    if (named.isPresent()) {
      return PasswordFile.read(path("PGPASSFILE", named.get())).password(key);
    }
    Optional<Path> usual = home().map(home -> home.resolve(".pgpass")).filter(Files::exists);
    return usual.isEmpty() ? Optional.empty() : PasswordFile.read(usual.get()).password(key);
  }

  private static int number(Optional<String> written, Setting setting, int usual, int most)
      throws InvalidTargetException {
    if (written.isEmpty()) {
      return usual;
    }
    if (written.get().matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(written.get());
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw new InvalidTargetException(
        "%s must be a whole number from 1 to %s.".formatted(setting.label(), most));
  }

  /** An empty variable is one that is not set. */
  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  private Optional<Path> home() {
    try {
      return variable("HOME").map(Path::of);
    } catch (InvalidPathException unusable) {
      return Optional.empty();
    }
  }

  private static Path path(String name, String value) throws InvalidTargetException {
    try {
      return Path.of(value);
    } catch (InvalidPathException invalid) {
      throw new InvalidTargetException(
          "%s must be a path that is valid on this system.".formatted(name), invalid);
    }
  }
}
