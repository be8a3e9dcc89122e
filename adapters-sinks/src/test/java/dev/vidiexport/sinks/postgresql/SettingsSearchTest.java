package dev.vidiexport.sinks.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where what an address leaves open comes from, and what is refused before anything is sent. */
class SettingsSearchTest {
  @TempDir private Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void goHome() {
    environment.put("HOME", home.toString());
  }

  @Test
  void takesWhatIsUsualWhereNobodySays() throws Exception {
    ConnectionSettings settings = settings("postgresql://");

    String user = System.getProperty("user.name");
    assertThat(settings)
        .isEqualTo(
            new ConnectionSettings(
                "localhost",
                5432,
                user,
                user,
                Optional.empty(),
                Encryption.PREFER,
                Optional.empty(),
                Duration.ofSeconds(10),
                Duration.ZERO));
  }

  /** These would send rows elsewhere without a word in the command. */
  @Test
  void passesOverVariablesThatNameAServer() throws Exception {
    environment.putAll(
        Map.of("PGHOST", "elsewhere", "PGPORT", "1", "PGUSER", "else", "PGDATABASE", "other"));

    assertThat(settings("postgresql://u@host/db"))
        .isEqualTo(settings("postgresql://u@host:5432/db"));
    assertThat(settings("postgresql://").host()).isEqualTo("localhost");
  }

  @Test
  void asksTheAddressThenTheServiceThenTheEnvironment() throws Exception {
    service(
        """
        # ours
        [other]
        host=no
        [warehouse]
        host = db.example.com
        port=6000
        dbname=audience
        user=loader
        password=from-service
        sslmode=require
        connect_timeout=5

        [last]
        host=no
        """);
    environment.put("PGSERVICE", "warehouse");
    environment.put("PGPASSWORD", "from-environment");
    environment.put("PGSSLMODE", "disable");

    assertThat(settings("postgresql:///"))
        .isEqualTo(
            new ConnectionSettings(
                "db.example.com",
                6000,
                "audience",
                "loader",
                Optional.of("from-service"),
                Encryption.REQUIRE,
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ZERO));
    ConnectionSettings named =
        settings("postgresql://me@localhost:1/db?sslmode=prefer&connect_timeout=2");
    assertThat(named)
        .isEqualTo(
            new ConnectionSettings(
                "localhost",
                1,
                "db",
                "me",
                Optional.of("from-service"),
                Encryption.PREFER,
                Optional.empty(),
                Duration.ofSeconds(2),
                Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, PREFER",
    "LOCALHOST, PREFER",
    "127.0.0.1, PREFER",
    "127.1.2.3, PREFER",
    "[::1], PREFER",
    "127.0.0.1.example.com, VERIFY_FULL",
    "localhost.example.com, VERIFY_FULL",
    "10.0.0.7, VERIFY_FULL",
    "db, VERIFY_FULL"
  })
  void encryptsAndVerifiesWhatLeavesTheMachine(String host, Encryption expected) throws Exception {
    assertThat(settings("postgresql://" + host + "/db").encryption()).isEqualTo(expected);
    assertThat(settings("postgresql://" + host + "/db?sslmode=disable").encryption())
        .isEqualTo(Encryption.DISABLE);
  }

  @Test
  void findsTheCertificatesOfThoseWhoSign() throws Exception {
    assertThat(settings("postgresql://host/db").rootCertificate()).isEmpty();
    Path usual = home.resolve(".postgresql").resolve("root.crt");
    Files.createDirectories(usual.getParent());
    Files.writeString(usual, "");
    assertThat(settings("postgresql://host/db").rootCertificate()).contains(usual);
    assertThat(settings("postgresql://host/db?sslrootcert=system").rootCertificate()).isEmpty();

    Path other = Files.writeString(home.resolve("other.crt"), "");
    environment.put("PGSSLROOTCERT", other.toString());
    assertThat(settings("postgresql://host/db").rootCertificate()).contains(other);
    environment.put("PGSSLROOTCERT", home.resolve("none.crt").toString());
    assertThat(settings("postgresql://localhost/db").rootCertificate()).isEmpty();
    assertThatThrownBy(() -> settings("postgresql://host/db"))
        .hasMessage("sslrootcert names %s, which is no file.", home.resolve("none.crt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sslmode=full|sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full.",
        "connect_timeout=0|connect_timeout must be a whole number from 1 to 300.",
        "connect_timeout=-1|connect_timeout must be a whole number from 1 to 300.",
        "connect_timeout=301|connect_timeout must be a whole number from 1 to 300."
      })
  void refusesBadValues(String parameter, String sentence) {
    assertThatThrownBy(() -> settings("postgresql://host/db?" + parameter)).hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "x", "-1", "99999999999"})
  void refusesPortsThatAreNone(String port) {
    assertThatThrownBy(() -> settings("postgresql://host:" + port + "/db"))
        .hasMessage("port must be a whole number from 1 to 65535.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host:5432:db:me:secret|secret",
        "*:*:*:*:secret|secret",
        "host:*:db:you:no\\nhost:5432:*:me:secret|secret",
        "# host:5432:db:me:no\\nhost:5432:db:me:secret|secret",
        "host:5432:db:me:a\\\\:b\\\\\\\\c|a:b\\c",
        "host:5432:db:me:secret:rest|secret",
        "other:5432:db:me:no|",
        "host:5432:db:me:|",
        "host:5432:db|",
        "|"
      })
  void readsTheFileOfPasswords(String lines, String password) throws Exception {
    String text =
        lines == null
            ? ""
            : lines.replace("\\\\", "\u0001").replace("\\n", "\n").replace('\u0001', '\\');
    passwords(home.resolve(".pgpass"), text, "rw-------");

    assertThat(settings("postgresql://me@host/db").password())
        .isEqualTo(Optional.ofNullable(password));
  }

  @Test
  void readsTheFileOfPasswordsThatIsNamed() throws Exception {
    Path named = home.resolve("named");
    passwords(named, "\\:\\:1:5432:db:me:secret\n", "rw-------");
    passwords(home.resolve(".pgpass"), "*:*:*:*:no\n", "rw-------");
    environment.put("PGPASSFILE", named.toString());

    assertThat(settings("postgresql://me@[::1]/db").password()).contains("secret");
    environment.put("PGPASSWORD", "stronger");
    assertThat(settings("postgresql://me@[::1]/db").password()).contains("stronger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void refusesAFileOfPasswordsThatIsOpenToOthers(String permissions) throws Exception {
    Path file = home.resolve(".pgpass");
    passwords(file, "*:*:*:*:sesame\n", permissions);

    assertThatThrownBy(() -> settings("postgresql://me@host/db"))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessage(
            "The file of passwords %s is open to group or others. Run chmod 600 on it.", file);
  }

  @Test
  void refusesFilesThatCannotBeRead() throws Exception {
    environment.put("PGPASSFILE", home.toString());
    assertThatThrownBy(() -> settings("postgresql://me@host/db"))
        .hasMessage("The file of passwords %s is missing, or is no file.", home);
    Path latin = home.resolve("latin");
    Files.write(latin, new byte[] {(byte) 0xE9});
    Files.setPosixFilePermissions(latin, PosixFilePermissions.fromString("rw-------"));
    environment.put("PGPASSFILE", latin.toString());
    assertThatThrownBy(() -> settings("postgresql://me@host/db"))
        .hasMessage("The file of passwords %s is no text in UTF-8.", latin);
    Path large = home.resolve("large");
    Files.write(large, new byte[1024 * 1024 + 1]);
    environment.put("PGPASSFILE", large.toString());
    assertThatThrownBy(() -> settings("postgresql://me@host/db"))
        .hasMessage("The file of passwords %s is larger than 1 MiB.", large);
    environment.put("PGPASSFILE", "a\0b");
    assertThatThrownBy(() -> settings("postgresql://me@host/db"))
        .hasMessage("PGPASSFILE must be a path that is valid on this system.");
  }

  @Test
  void refusesAServiceThatIsNotThereOrSaysMore() throws Exception {
    environment.put("PGSERVICE", "warehouse");
    assertThatThrownBy(() -> settings("postgresql://"))
        .hasMessage(
            "PGSERVICE names a service, but the file of services %s is missing, or is no file.",
            home.resolve(".pg_service.conf"));
    Path file = service("[other]\nhost=no\n");
    assertThatThrownBy(() -> settings("postgresql://"))
        .hasMessage("PGSERVICE names the service \"warehouse\", which is not in %s.", file);
    for (String key : new String[] {"options", "hostaddr", "application_name"}) {
      service("[warehouse]\n" + key + "=-csesame\n");
      assertThatThrownBy(() -> settings("postgresql://"))
          .hasMessage(
              "The service \"warehouse\" in %s says %s, which this program does not know; it knows"
                  + " host, port, dbname, user, password, sslmode, sslrootcert and connect_timeout.",
              file, key);
    }
    service("[warehouse]\nsesame\n");
    assertThatThrownBy(() -> settings("postgresql://"))
        .hasMessage("The service \"warehouse\" in %s has a line without an equals sign.", file);
    environment.remove("HOME");
    assertThatThrownBy(() -> settings("postgresql://"))
        .hasMessage(
            "PGSERVICE names a service, but there is no PGSERVICEFILE, and no HOME to look for"
                + " .pg_service.conf in.");
  }

  @Test
  void takesAnEmptyVariableForNone() throws Exception {
    for (String name :
        new String[] {"PGSERVICE", "PGPASSFILE", "PGPASSWORD", "PGSSLMODE", "PGSSLROOTCERT"}) {
      environment.put(name, "");
    }

    assertThat(settings("postgresql://host/db").password()).isEmpty();
  }

  /** libpq takes a certificate that is there for one that the server's must be signed by. */
  @Test
  void looksAtCertificatesWhereThereAreSome() throws Exception {
    assertThat(settings("postgresql://host/db?sslmode=require").encryption())
        .isEqualTo(Encryption.REQUIRE);
    Path file = Files.writeString(home.resolve("own.crt"), "");
    ConnectionSettings named = settings("postgresql://host/db?sslmode=require&sslrootcert=" + file);
    assertThat(named.encryption()).isEqualTo(Encryption.VERIFY_CA);
    assertThat(named.rootCertificate()).contains(file);
    assertThat(settings("postgresql://host/db?sslmode=prefer&sslrootcert=" + file).encryption())
        .isEqualTo(Encryption.PREFER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "verify-ca"})
  void trustsTheSystemForTheRightNameAlone(String mode) {
    assertThatThrownBy(() -> settings("postgresql://host/db?sslrootcert=system&sslmode=" + mode))
        .hasMessage(
            "sslrootcert=system needs sslmode=verify-full: those whom the system trusts sign for any"
                + " server.");
  }

  /** The driver would take the rest of such a text for its own settings, which are code. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost:5432/db?socketFactory=com.example.Sesame&x=|The host of the server must be a name or an IP address; sockets of the file system cannot be used.",
        "/var/run/postgresql|The host of the server must be a name or an IP address; sockets of the file system cannot be used.",
        "[|The host of the server must be a name or an IP address; sockets of the file system cannot be used.",
        "[x]|The host of the server must be a name or an IP address; sockets of the file system cannot be used.",
        "a,b|The host of the server must be one alone, and not several."
      })
  void takesNoMoreOfAServiceThanAHost(String host, String sentence) throws Exception {
    environment.put("PGSERVICE", "warehouse");
    service("[warehouse]\nhost=" + host + "\n");

    assertThatThrownBy(() -> settings("postgresql://")).hasMessage(sentence);
  }

  @Test
  void takesAHostWithColonsOfAService() throws Exception {
    environment.put("PGSERVICE", "warehouse");
    service("[warehouse]\nhost=::1\n");

    assertThat(settings("postgresql://").host()).isEqualTo("::1");
    assertThat(settings("postgresql://").encryption()).isEqualTo(Encryption.PREFER);
  }

  /** What is logged or thrown shows settings by their texts. */
  @Test
  void showsNoPasswordInAnyText() throws Exception {
    environment.put("PGPASSWORD", "sesame");
    passwords(home.resolve(".pgpass"), "*:*:*:*:sesame\n", "rw-------");
    Path file = service("[warehouse]\npassword=sesame\n");

    assertThat(new SettingsSearch(environment, Duration.ZERO).toString()).doesNotContain("sesame");
    assertThat(settings("postgresql://host/db").toString()).isEqualTo("host:5432");
    assertThat(settings("postgresql://[::1]/db").toString()).isEqualTo("[::1]:5432");
    assertThat(PasswordFile.read(home.resolve(".pgpass")).toString()).doesNotContain("sesame");
    assertThat(ServiceFile.read(file).toString()).doesNotContain("sesame");
  }

  private Path service(String text) throws IOException {
    return Files.writeString(home.resolve(".pg_service.conf"), text);
  }

  private static void passwords(Path file, String text, String permissions) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private ConnectionSettings settings(String address) throws InvalidTargetException {
    return new SettingsSearch(environment, Duration.ZERO).settings(ServerAddress.parse(address));
  }
}
