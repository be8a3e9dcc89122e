package dev.vidiexport.sinks.postgresql;

import static dev.vidiexport.sinks.postgresql.Exports.APPENDING;
import static dev.vidiexport.sinks.postgresql.Exports.TO_VIEWERS;
import static dev.vidiexport.sinks.postgresql.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.testing.MachineRequirements;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong between here and the server, in words that say what to do. */
@ExtendWith(PostgresServerExtension.class)
class ServerFailuresTest {
  /** As a statement of its own, which ends with NUL on the wire. */
  private static final String COMMIT = "COMMIT\0";

  private PostgresServer server;
  private Exports exports;

  @BeforeEach
  void makeUser(PostgresServer started) {
    server = started;
    exports = Exports.of(started);
  }

  @Test
  void tellsAWrongPasswordFromNone() {
    Exports guarded = exports.by(server.address(exports.schema(), PostgresServer.GUARDED));

    assertThatChecking(guarded, Map.of())
        .hasMessage(
            "the server 127.0.0.1:%s wants a password for the user \"%s\". Give it in PGPASSWORD, or"
                + " in a file that PGPASSFILE names.",
            server.port(), exports.schema());
    assertThatChecking(guarded, Map.of("PGPASSWORD", "sesame"))
        .hasMessage(
            "the server 127.0.0.1:%s refuses the user \"%s\". Look at the password, and at what the"
                + " server says: password authentication failed for user \"%s\".",
            server.port(), exports.schema(), exports.schema());
  }

  @Test
  void letsTheRightPasswordIn() throws Exception {
    server.execute(
        PostgresServer.GUARDED,
        "CREATE SCHEMA \"%s\" AUTHORIZATION \"%s\"".formatted(exports.schema(), exports.schema()));
    Exports guarded = exports.by(server.address(exports.schema(), PostgresServer.GUARDED));

    guarded.check(TO_VIEWERS, Map.of("PGPASSWORD", "unused"));
  }

  @Test
  void saysWhichDatabaseIsMissing() {
    assertThatChecking(exports.by(server.address(PostgresServer.OWNER, "none")), Map.of())
        .hasMessage(
            "the server 127.0.0.1:%s has no database \"none\". Make it, or name another.",
            server.port());
  }

  @Test
  void saysThatNobodyListensThere() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThatChecking(exports.by("postgresql://u@127.0.0.1:" + port + "/db"), Map.of())
        .hasMessageStartingWith("the server 127.0.0.1:%s cannot be reached (".formatted(port));
  }

  @Test
  void saysThatThereIsNoSuchHost() {
    assertThatChecking(exports.by("postgresql://u@no-such-host.invalid/db"), Map.of())
        .hasMessage(
            "there is no host \"no-such-host.invalid\". Look at its name, and at the network.");
  }

  /** What takes connections and says nothing must not hold a run. */
  @Test
  @Tag("deadline")
  void waitsNoLongerThanItMayForAServerThatSaysNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address =
          "postgresql://u@127.0.0.1:%s/db?connect_timeout=1&sslmode=disable"
              .formatted(silent.getLocalPort());

      assertThatChecking(exports.by(address), Map.of())
          .hasMessage(
              "the server 127.0.0.1:%s does not answer. Look whether it runs, and at the network.",
              silent.getLocalPort());
    }
  }

  @Test
  void verifiesTheServerWhereItIsToldTo() throws Exception {
    String address = exports.address();
    exports
        .by(address + "?sslmode=verify-full&sslrootcert=" + server.certificate())
        .check(TO_VIEWERS);

    assertThatChecking(exports.by(address + "?sslmode=verify-full&sslrootcert=system"), Map.of())
        .hasMessage(
            "the certificate of the server 127.0.0.1:%s is signed by none of those that are trusted."
                + " Name the file of who signed it with sslrootcert.",
            server.port());
    String byName = address.replace("127.0.0.1", "localhost");
    assertThatChecking(
            exports.by(byName + "?sslmode=verify-full&sslrootcert=" + server.certificate()),
            Map.of())
        .hasMessage(
            "the certificate of the server localhost:%s is for another name than \"localhost\"."
                + " Look whether it is the right server, and name it as its certificate does.",
            server.port());
    assertThatChecking(
            exports.by(address + "?sslmode=verify-full&sslrootcert=/etc/hostname"), Map.of())
        .hasMessage(
            "sslrootcert names /etc/hostname, which holds no certificates that can be read. Name"
                + " another.");
    exports.by(byName + "?sslmode=verify-ca&sslrootcert=" + server.certificate()).check(TO_VIEWERS);
  }

  @Test
  void encryptsWhereItCan() throws Exception {
    for (Map.Entry<String, String> mode :
        Map.of("disable", "f", "prefer", "t", "require", "t").entrySet()) {
      Sink sink =
          exports
              .by(exports.address() + "?sslmode=" + mode.getKey())
              .open(VIEWERS.schema(), TO_VIEWERS);
      try {
        assertThat(
                exports.query(
                    "SELECT s.ssl FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid)"
                        + " WHERE a.usename = '%s' AND a.application_name = 'vidiexport'"
                            .formatted(exports.schema())))
            .as(mode.getKey())
            .containsExactly(mode.getValue());
      } finally {
        sink.close();
      }
      exports.awaitNobody();
    }
  }

  @Test
  void waitsForALockForSomeTimeAlone() throws Exception {
    exports.makeTable("location_id bigint, period_start timestamp");
    try (Connection other =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/%s?user=%s"
                    .formatted(server.port(), PostgresServer.OPEN, PostgresServer.OWNER));
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE \"%s\".viewers".formatted(exports.schema()));

      exports.check(APPENDING);
      assertThatThrownBy(() -> exports.write(VIEWERS, APPENDING))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "another program holds a lock on the table, and has not let go of it within 0 s. Wait"
                  + " until it has ended.");
    }
    exports.write(VIEWERS, APPENDING);
  }

  @Test
  void saysThatTheServerTakesNoChanges() {
    exports.execute(
        "ALTER ROLE \"%s\" SET default_transaction_read_only = on".formatted(exports.schema()));

    assertThatChecking(exports, Map.of())
        .hasMessage(
            "the server takes no changes, because it is a standby or set to be read alone. Name the"
                + " one that does.");
  }

  @Test
  void saysThatTheConnectionWasLostAmongTheRows() throws Exception {
    try (Sink sink = exports.open(VIEWERS.schema(), TO_VIEWERS)) {
      exports.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%s'"
              .formatted(exports.schema()));

      assertThatThrownBy(() -> Exports.feedMany(sink))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "the connection to the server 127.0.0.1:%s was lost, and none of the rows is there: "
                  .formatted(server.port()));
    }
    assertThat(exports.query("SELECT to_regclass('viewers')")).containsExactly("");
  }

  /** Whether it reached the server cannot be seen from here. */
  @Test
  void saysThatNobodyKnowsWhereTheConnectionWasLostInMidCommit() throws Exception {
    for (boolean isThere : new boolean[] {false, true}) {
      try (CutConnection way =
              isThere
                  ? CutConnection.beforeClientKnows(COMMIT, server.port())
                  : CutConnection.beforeServerHas(COMMIT, server.port());
          Sink sink = exports.by(by(way)).open(VIEWERS.schema(), TO_VIEWERS)) {
        Exports.feed(VIEWERS, sink);

        assertThatThrownBy(() -> Exports.commit(sink, VIEWERS))
            .isInstanceOf(CommitUncertainException.class)
            .hasMessage(
                "the connection to the server 127.0.0.1:%s was lost while the rows were committed,"
                    + " so that nobody here knows whether they are there",
                way.port());
      }
      assertThat(exports.query("SELECT to_regclass('viewers')"))
          .containsExactly(isThere ? "viewers" : "");
    }
  }

  private String by(CutConnection way) {
    return exports.address().replace(":" + server.port() + "/", ":" + way.port() + "/")
        + "?sslmode=disable";
  }

  @Test
  void saysWhichOfJavasTimeZonesTheServerDoesNotKnow() {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("VST"));

      assertThatChecking(exports, Map.of())
          .hasMessage(
              "the server does not know Java's time zone VST. Start java with -Duser.timezone=UTC.");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void keepsWhatIsToBeDoneInSightHoweverMuchTheServerSays() {
    String columns =
        IntStream.range(0, 150)
            .mapToObj(index -> "other_%s text DEFAULT 'somewhat long'".formatted(index))
            .collect(Collectors.joining(", "));
    exports.makeTable(
        "location_id bigint CHECK (location_id < 0), period_start timestamp, " + columns);

    assertThatThrownBy(() -> exports.write(VIEWERS, APPENDING))
        .message()
        .hasSizeLessThan(1000)
        .endsWith("). Use another table=NAME.");
  }

  /** A server whose disk is full keeps none of the rows. */
  @Test
  void saysThatTheDiskOfTheServerIsFull() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(server)) {
      exports.execute(
          "CREATE TABLESPACE small LOCATION '%s'".formatted(disk.folder()),
          "GRANT CREATE ON TABLESPACE small TO PUBLIC",
          "ALTER ROLE \"%s\" SET default_tablespace = small".formatted(exports.schema()));

      assertThatThrownBy(this::writeMany)
          .isInstanceOf(IOException.class)
          .hasMessage(
              "no space left on the device of the server 127.0.0.1:%s, and none of the rows is there"
                  .formatted(server.port()));

      exports.execute("DROP TABLESPACE small");
    }
    assertThat(exports.query("SELECT to_regclass('viewers')")).containsExactly("");
  }

  private void writeMany() throws IOException {
    try (Sink sink = exports.open(VIEWERS.schema(), TO_VIEWERS)) {
      Exports.feedMany(sink);
      Exports.commit(sink, VIEWERS);
    }
  }

  private static AbstractThrowableAssert<?, ?> assertThatChecking(
      Exports exports, Map<String, String> environment) {
    return assertThatThrownBy(() -> exports.check(TO_VIEWERS, environment))
        .isInstanceOf(IOException.class);
  }

  /** A disk of one mebibyte that belongs to the server. */
  private record SmallDisk(Path folder) implements AutoCloseable {
    static SmallDisk mount(PostgresServer server) throws Exception {
      Path folder = server.makeFolder("small");
      MachineRequirements.must(
          "mount a disk in memory: run them as root, and allow mount",
          "mount",
          "-t",
          "tmpfs",
          "-o",
          "size=1m,uid=%s".formatted(Files.getAttribute(folder, "unix:uid")),
          "vidiexport-small",
          folder.toString());
      return new SmallDisk(folder);
    }

    @Override
    public void close() throws IOException {
      MachineRequirements.must("unmount a disk", "umount", "-l", folder.toString());
    }
  }
}
