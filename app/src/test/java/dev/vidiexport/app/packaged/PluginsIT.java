package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with a plugin that was built as strangers build theirs. */
class PluginsIT {
  private static final ScriptedAnswer FINISHED =
      ScriptedAnswer.json(
          """
          {"state": "finished", "creation_date": "2016-08-25T15:22:35", "data": [
            {"location_id": 1056, "period_start": "2016-04-29 10:00:00", "watcher_count": 27,
             "note": "=1+1", "share": NaN, "on": true, "times": {"b": 1.50, "a": [1]}},
            {"location_id": 1056, "period_start": "2016-04-29 11:00:00", "watcher_count": null,
             "note": "", "share": -Infinity, "on": false, "times": null}]}""");
  private static final int ROWS_UNTIL_THEY_ARE_IN_THE_FILE = 1_000_000;

  @TempDir private Path folder;
  private Path work;
  private Path plugins;
  private Path file;

  @BeforeEach
  void install() throws Exception {
    plugins = BuiltPlugins.installedIn(folder, "duckdb");
    work = Files.createDirectory(folder.resolve("work"));
    file = work.resolve("audience.duckdb");
  }

  @Test
  void isListedWithItsVersionAndJar() {
    ProcessResult ended =
        PackagedJar.in(work).run("sinks", "--json", "--plugins", plugins.toString());

    assertThat(ended.err()).isEmpty();
    JsonObject sink =
        JsonParser.parseString(ended.text()).getAsJsonArray().asList().stream()
            .map(element -> element.getAsJsonObject())
            .filter(object -> object.get("format").getAsString().equals("duckdb"))
            .findFirst()
            .orElseThrow();
    assertThat(sink.get("version").getAsString()).isEqualTo("1.0.0");
    assertThat(sink.get("jar").getAsString())
        .isEqualTo(plugins.resolve("vidiexport-duckdb-1.0.0.jar").toString());
  }

  @Test
  void writesATableThatAnotherProcessReads() throws Exception {
    ProcessResult ended =
        export(FINISHED, "-o", "audience.duckdb", "--sink-option", "table=viewers", "--quiet");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.text() + ended.messages()).isEmpty();
    assertThat(query("SELECT * REPLACE (period_start::VARCHAR AS period_start) FROM viewers"))
        .containsExactly(
            "1056|2016-04-29 10:00:00|27|=1+1|NaN|true|{\"b\":1.50,\"a\":[1]}",
            "1056|2016-04-29 11:00:00|null||-Infinity|false|null");
    assertThat(query("SELECT column_name, column_type FROM (DESCRIBE viewers)"))
        .containsExactly(
            "location_id|BIGINT",
            "period_start|TIMESTAMP",
            "watcher_count|BIGINT",
            "note|VARCHAR",
            "share|DOUBLE",
            "on|BOOLEAN",
            "times|JSON");
    // The native code that was unpacked is gone, too.
    assertThat(PackagedJar.in(work).files()).containsExactly("audience.duckdb");
  }

  @Test
  void appendsReplacesAndRefuses() throws Exception {
    String[] rows = {"-o", "audience.duckdb", "--sink-option", "table=viewers", "--sink-option"};

    export(FINISHED, with(rows, "mode=append"));
    export(FINISHED, with(rows, "mode=append"));
    assertThat(query("SELECT count(*) FROM viewers")).containsExactly("4");
    export(FINISHED, with(rows, "mode=replace"));
    assertThat(query("SELECT count(*) FROM viewers")).containsExactly("2");

    for (String run : List.of("--quiet", "--dry-run")) {
      assertThatItIsRefused(
          "the table \"viewers\" already exists. Use another --sink-option table=NAME, or"
              + " --sink-option mode=append or --sink-option mode=replace.",
          with(rows, "mode=fail", run));
    }
    assertThat(query("SELECT count(*) FROM viewers")).containsExactly("2");
  }

  private void assertThatItIsRefused(String reason, String... arguments) {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      ProcessResult refused = jar(vidiCenter).run(command(arguments));

      assertThat(refused.messages())
          .startsWith("vidiexport: Cannot write ")
          .contains("audience.duckdb: the format duckdb of ")
          .endsWith("-1.0.0.jar failed: " + reason + "\n");
      assertThat(refused.exitCode()).isEqualTo(6);
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  @Test
  void refusesADatabaseThatAnotherProcessHasOpen() throws Exception {
    // Out of the folder that is searched for secrets: whoever reads the file loses its lock.
    Files.createDirectory(folder.resolve("shared"));
    file = folder.resolve("shared/audience.duckdb");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE other (a INTEGER)");

      assertThatItIsRefused(
          "another program is using the database. Wait until it has ended.",
          "-o",
          "../shared/audience.duckdb",
          "--quiet");
    }
    assertThat(query("SELECT table_name FROM duckdb_tables()")).containsExactly("other");
  }

  @Test
  void keepsTheOldTableWhenTheProgramIsKilled() throws Exception {
    export(FINISHED, "-o", "audience.duckdb");
    long before = Files.size(file);
    CountDownLatch streams = new CountDownLatch(1);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(endless(streams))) {
      RunningJar running =
          jar(vidiCenter).start(command("-o", "audience.duckdb", "--sink-option", "mode=replace"));
      WaitLimit.await(streams, "rows stream");

      running.signal("KILL");

      assertThat(running.end().exitCode()).isEqualTo(137);
    }
    // Rows are in the file by then, in what the next process takes for free space.
    assertThat(Files.size(file)).isGreaterThan(2 * before);

    ProcessResult next = export(FINISHED, "-o", "audience.duckdb", "--sink-option", "mode=append");

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(query("SELECT count(*), sum(watcher_count)::VARCHAR FROM export"))
        .containsExactly("4|54");
  }

  @Test
  void leavesNothingOnADiskThatFillsUp() throws Exception {
    Path small = Files.createDirectory(work.resolve("small"));
    try (MemoryDisk disk = MemoryDisk.over(small, "size=3m");
        ScriptedVidiCenter vidiCenter =
            ScriptedVidiCenter.answering(endless(new CountDownLatch(1)))) {
      ProcessResult ended = jar(vidiCenter).run(command("-o", "small/audience.duckdb", "--quiet"));

      assertThat(ended.messages())
          .startsWith("vidiexport: Cannot write small/audience.duckdb: the format duckdb of ")
          .contains("-1.0.0.jar failed: no space left on the device. ");
      assertThat(ended.exitCode()).isEqualTo(6);
      assertThat(disk.folder()).isEmptyDirectory();
    }
  }

  @Test
  void saysSoBeforeTheFirstCallWhereNativeCodeMayNotRun() throws Exception {
    Path temporary = Files.createDirectories(PackagedJar.in(work).temporaryFolder());
    try (MemoryDisk disk = MemoryDisk.over(temporary, "noexec,size=128m")) {
      assertThatItIsRefused(
          "DuckDB's library cannot be loaded from the folder for temporary files ("
              + disk.folder()
              + "). Name a folder that has 80 MB free and allows execution, with java"
              + " -Djava.io.tmpdir=DIR.",
          "-o",
          "audience.duckdb",
          "--quiet");
    }
    assertThat(file).doesNotExist();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:" + file);
  }

  /** Values as DuckDB writes them, joined with bars, a line a row. */
  private List<String> query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          values.add(String.valueOf(found.getString(column)));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    }
  }

  private ProcessResult export(ScriptedAnswer answer, String... arguments) {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(answer)) {
      return jar(vidiCenter).run(command(arguments));
    }
  }

  private PackagedJar jar(ScriptedVidiCenter vidiCenter) {
    return PackagedJar.in(work).askingAt(vidiCenter.baseUrl());
  }

  private String[] command(String... arguments) {
    return ExampleCommandLine.export(with(arguments, "--plugins", plugins.toString()));
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
            // Numbers that take their room in the file.
            String row =
                "{\"location_id\": 1056, \"period_start\": \"2016-04-29 10:00:00\","
                    + " \"watcher_count\": "
                    + rows * 6_364_136_223_846_793_005L
                    + "},";
            out.write(row.getBytes(US_ASCII));
            if (rows == ROWS_UNTIL_THEY_ARE_IN_THE_FILE) {
              streams.countDown();
            }
          }
        });
  }
}
