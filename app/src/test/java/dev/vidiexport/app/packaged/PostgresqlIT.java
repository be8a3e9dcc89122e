package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The packaged program and a real server, which asks for a password. The password is the token of
 * the tests, so that it is looked for in all that a run says and leaves.
 */
@ExtendWith(PostgresServerExtension.class)
class PostgresqlIT {
  private static final ScriptedAnswer FINISHED =
      ScriptedAnswer.json(
          """
          {"state": "finished", "creation_date": "2016-08-25T15:22:35", "data": [
            {"location_id": 1056, "period_start": "2016-04-29 10:00:00", "watcher_count": 27,
             "note": "=1+1", "big": 123456789012345678901234567890, "on": true, "share": NaN},
            {"location_id": 1056, "period_start": "2016-04-29 11:00:00", "watcher_count": null,
             "note": "", "big": 7, "on": false, "share": 0.1}]}""");
  private static final byte[] ROW =
      "{\"location_id\": 1056, \"period_start\": \"2016-04-29 10:00:00\", \"watcher_count\": 27},"
          .getBytes(US_ASCII);
  private static final int ROWS_UNTIL_THEY_ARE_SENT = 400_000;

  private static int users;

  @TempDir private Path folder;
  private PostgresServer server;
  private String user;
  private String address;

  @BeforeEach
  void makeUser(PostgresServer started) {
    server = started;
    users++;
    user = "loader_" + users;
    address = server.address(user, PostgresServer.GUARDED);
    server.makeUser(user, Canary.TOKEN, PostgresServer.GUARDED);
  }

  @Test
  void isListedWithItsSchemes() {
    ProcessResult ended = PackagedJar.in(folder).run("sinks", "--json");

    JsonObject sink =
        JsonParser.parseString(ended.text()).getAsJsonArray().asList().stream()
            .map(element -> element.getAsJsonObject())
            .filter(object -> object.get("format").getAsString().equals("postgresql"))
            .findFirst()
            .orElseThrow();
    assertThat(sink.get("schemes").toString()).isEqualTo("[\"postgres\",\"postgresql\"]");
    assertThat(sink.get("target").getAsString()).isEqualTo("EXTERNAL");
  }

  @Test
  void writesATableThatItsClientReads() throws Exception {
    ProcessResult ended =
        export(
            FINISHED, "-o", address, "--sink-option", "table=viewers", "--report", "report.json");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEmpty();
    assertThat(rows("SELECT * FROM viewers"))
        .containsExactly(
            "1056|2016-04-29 10:00:00|27|=1+1|123456789012345678901234567890|t|NaN",
            "1056|2016-04-29 11:00:00|||7|f|0.1");
    assertThat(
            rows(
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                    + " WHERE attrelid = 'viewers'::regclass AND attnum > 0 ORDER BY attnum"))
        .containsExactly(
            "location_id|bigint",
            "period_start|timestamp without time zone",
            "watcher_count|bigint",
            "note|text",
            "big|text",
            "on|boolean",
            "share|double precision");
    JsonObject report =
        JsonParser.parseString(Files.readString(folder.resolve("report.json"))).getAsJsonObject();
    assertThat(report.get("output").getAsString()).isEqualTo(address);
    assertThat(report.get("format").getAsString()).isEqualTo("postgresql");
    assertThat(report.get("rows").getAsLong()).isEqualTo(2);
    assertThat(PackagedJar.in(folder).files()).containsExactly("report.json");
  }

  @Test
  void addsReplacesAndRefuses() throws Exception {
    String[] table = {"-o", address, "--sink-option", "table=viewers", "--sink-option"};

    export(FINISHED, with(table, "mode=append"));
    export(FINISHED, with(table, "mode=append"));
    assertThat(rows("SELECT count(*) FROM viewers")).containsExactly("4");
    export(FINISHED, with(table, "mode=replace"));
    assertThat(rows("SELECT count(*) FROM viewers")).containsExactly("2");

    assertThatItIsRefused(
        6,
        "vidiexport: Cannot write %s: the table \"viewers\" already exists. Use another"
            + " --sink-option table=NAME, or --sink-option mode=append or --sink-option mode=replace.\n",
        with(table, "mode=fail"));
  }

  /** What the sandbox makes up stands in the table as it stands in a file. */
  @Test
  void keepsEveryRowOfAnExportOfTheSandbox() throws Exception {
    RunningJar sandbox =
        PackagedJar.in(folder)
            .startWritingTo(Redirect.PIPE, "sandbox", "--quiet", "--build-time", "0");
    try (BufferedReader out = sandbox.reader()) {
      PackagedJar jar = PackagedJar.in(folder).withVariable("PGPASSWORD", Canary.TOKEN);
      for (int line = 0; line < 3; line++) {
        String[] variable = out.readLine().substring("export ".length()).split("=", 2);
        jar = jar.withVariable(variable[0], variable[1]);
      }
      String[] request = {
        "export",
        "--data-type",
        "viewers",
        "--time-resolution",
        "finest",
        "--locations",
        "1056,1057",
        "--start",
        "2025-01-01T00:00:00",
        "--end",
        "2025-01-07T23:59:59",
        "--poll-interval",
        "50ms",
        "-o"
      };

      ProcessResult file = jar.run(with(request, "viewers.csv"));
      ProcessResult table = jar.run(with(request, address));
      sandbox.signal("TERM");

      assertThat(file.exitCode()).isZero();
      assertThat(table.exitCode()).as(table.err()).isZero();
      List<String> lines = Files.readAllLines(folder.resolve("viewers.csv"));
      assertThat(lines).hasSizeGreaterThan(1000);
      assertThat(
              server
                  .csv(PostgresServer.GUARDED, "SELECT * FROM \"%s\".export".formatted(user))
                  .lines()
                  .map(PostgresqlIT::plain))
          .containsExactlyInAnyOrderElementsOf(lines.stream().map(PostgresqlIT::plain).toList());
      assertThat(sandbox.end().exitCode()).isEqualTo(143);
    }
  }

  @Test
  void keepsTheOldRowsWhenTheProgramIsKilled() throws Exception {
    export(FINISHED, "-o", address);
    CountDownLatch streams = new CountDownLatch(1);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(endless(streams))) {
      RunningJar running =
          jar(vidiCenter)
              .start(ExampleCommandLine.export("-o", address, "--sink-option", "mode=replace"));
      WaitLimit.await(streams, "rows stream");

      running.signal("KILL");

      assertThat(running.end().exitCode()).isEqualTo(137);
    }
    assertThat(rows("SELECT count(*) FROM export")).containsExactly("2");

    ProcessResult next = export(FINISHED, "-o", address, "--sink-option", "mode=append");

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(rows("SELECT count(*), sum(watcher_count) FROM export")).containsExactly("4|54");
  }

  /** All of it before anything is sent, and nothing of it with a password. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql://u:TOKEN@host/db||The address of the server must hold no password",
        "postgresql://u:TOKEN@host/db|--overwrite|The address of the server must hold no password",
        "postgresql://u:TOKEN@host/db|--format=csv|The format csv does not write to addresses of postgresql; leave --format out.",
        "postgresql://host/db?password=TOKEN||The address of the server must hold no password",
        "postgresql://host/db?socketFactory=TOKEN||The address of the server takes sslmode, sslrootcert and connect_timeout",
        "jdbc:postgresql://u:TOKEN@host/db||No format writes to addresses that begin with jdbc:postgresql://.",
        "jdbc:postgresql://host/db?user=u&password=TOKEN|--format=csv|No format writes to addresses that begin with jdbc:postgresql://.",
        "host=localhost password=TOKEN||The output must be a file or an address, such as postgresql://user@host:5432/database.",
        "sqlite:postgresql://u:TOKEN@host/db||The format sqlite writes to a file, and not to an address of a server.",
        "out.csv|--report=postgresql://u:TOKEN@host/db|--report must be a path, and no address.",
        "out.csv|--metrics-file=postgresql://u:TOKEN@host/db|--metrics-file must be a path, and no address.",
        "out.csv|--dictionary=postgresql://u:TOKEN@host/db.md|--dictionary must be a path, and no address.",
        "mysql://u:TOKEN@host/db||No format writes to addresses that begin with mysql://.",
        "postgres://host/db|--overwrite|--overwrite is only for files",
        "postgres://host/db|--sink-option=table=|The option table must be a name.",
        "postgres://host/db|--sink-option=table=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|The option table must be a name of up to 63 bytes",
        "postgres://host/db|--sink-option=mode=merge|--sink-option mode must be one of fail, append, replace",
        "out.csv|--format=postgresql|The format postgresql writes to a server; the output must be an address such as postgresql://user@host:5432/database."
      })
  void saysWhatIsWrongWithAnAddress(String output, String option, String message) throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      String written = output.replace("TOKEN", "sesame");
      String[] command =
          option == null
              ? ExampleCommandLine.export("-o", written)
              : ExampleCommandLine.export("-o", written, option.replace("TOKEN", "sesame"));

      ProcessResult refused = jar(vidiCenter).run(command);

      assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
      assertThat(refused.err()).contains(message).doesNotContain("sesame");
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  @Test
  void refusesAFileOfPasswordsThatIsOpenToOthers() throws Exception {
    Path passwords = Files.writeString(folder.resolve("passwords"), "*:*:*:*:sesame\n");
    Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-r--r--"));
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      PackagedJar jar =
          PackagedJar.in(folder)
              .askingAt(vidiCenter.baseUrl())
              .withVariable("PGPASSFILE", passwords.toString());

      ProcessResult refused = jar.run(ExampleCommandLine.export("-o", address));

      assertThat(refused.err())
          .isEqualTo(
              "vidiexport: The file of passwords %s is open to group or others. Run chmod 600 on it.\n"
                  + "Try: vidiexport export --help\n",
              passwords);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  @Test
  void saysBeforeTheFirstCallThatTheServerDoesNotLetItIn() throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      ProcessResult refused =
          PackagedJar.in(folder)
              .askingAt(vidiCenter.baseUrl())
              .withVariable("PGPASSWORD", "sesame")
              .run(ExampleCommandLine.export("-o", address));

      assertThat(refused.err())
          .isEqualTo(
              "vidiexport: Cannot write %s: the server 127.0.0.1:%s refuses the user \"%s\". Look at the password, and at what the server says: password authentication failed for user \"%s\".\n",
              address, server.port(), user, user);
      assertThat(refused.exitCode()).isEqualTo(6);
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  @Test
  void connectsToNobodyInADryRun() throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listening.setSoTimeout(1);

      ProcessResult ended =
          PackagedJar.in(folder)
              .run(
                  ExampleCommandLine.export(
                      "--dry-run",
                      "-o",
                      "postgresql://u@127.0.0.1:%s/db".formatted(listening.getLocalPort())));

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.text()).startsWith("GET https://vidicenter.quividi.com/");
      assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** A server that takes the connection and says nothing holds nobody who wants to leave. */
  @Test
  void endsWhenItIsTold() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      RunningJar running =
          jar(vidiCenter)
              .start(
                  ExampleCommandLine.export(
                      "-o",
                      "postgresql://u@127.0.0.1:%s/db?connect_timeout=300"
                          .formatted(silent.getLocalPort())));
      silent.accept();

      running.signal("INT");

      assertThat(running.end().exitCode()).isEqualTo(130);
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  /**
   * Without quotes but those of empty texts, and without zeros at the end of fractions: each writes
   * them in its own way.
   */
  private static String plain(String line) {
    return line.replaceAll("\"([^\"]+)\"", "$1")
        .replaceAll("(\\.[0-9]*?)0+(?=,|$)", "$1")
        .replaceAll("\\.(?=,|$)", "");
  }

  private void assertThatItIsRefused(int exitCode, String message, String... arguments) {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      ProcessResult refused = jar(vidiCenter).run(ExampleCommandLine.export(arguments));

      assertThat(refused.err()).isEqualTo(message, address);
      assertThat(refused.exitCode()).isEqualTo(exitCode);
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  private List<String> rows(String sql) {
    return server.query(
        PostgresServer.GUARDED, "SET search_path = \"%s\"; %s".formatted(user, sql));
  }

  private ProcessResult export(ScriptedAnswer answer, String... arguments) {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(answer)) {
      return jar(vidiCenter).run(ExampleCommandLine.export(arguments));
    }
  }

  private PackagedJar jar(ScriptedVidiCenter vidiCenter) {
    return PackagedJar.in(folder)
        .askingAt(vidiCenter.baseUrl())
        .withVariable("PGPASSWORD", Canary.TOKEN);
  }

  private static String[] with(String[] arguments, String... more) {
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return all;
  }

  /** Rows until the program goes away; by the time of the latch, many have been written. */
  private static ScriptedAnswer endless(CountDownLatch streams) {
    return ScriptedAnswer.streamed(
        out -> {
          out.write("{\"state\": \"finished\", \"data\": [".getBytes(US_ASCII));
          for (long rows = 0; ; rows++) {
            out.write(ROW);
            if (rows == ROWS_UNTIL_THEY_ARE_SENT) {
              streams.countDown();
            }
          }
        });
  }
}
