package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
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
             "note": "=1+1", "big": 123456789012345678901234567890, "on": true},
            {"location_id": 1056, "period_start": "2016-04-29 11:00:00", "watcher_count": null,
             "note": "", "big": 7, "on": false}]}""");
  private static final byte[] ROW =
      "{\"location_id\": 1056, \"period_start\": \"2016-04-29 10:00:00\", \"watcher_count\": 27},"
          .getBytes(US_ASCII);
  private static final int ROWS_UNTIL_THEY_ARE_IN_THE_FILE = 400_000;

  @TempDir private Path folder;
  private Path work;
  private Path plugins;

  @BeforeEach
  void install() throws Exception {
    plugins = BuiltPlugins.installedIn(folder, "sqlite");
    work = Files.createDirectory(folder.resolve("work"));
  }

  @Test
  void isListedWithItsVersionAndJar() {
    ProcessResult ended =
        PackagedJar.in(work).run("sinks", "--json", "--plugins", plugins.toString());

    assertThat(ended.err()).isEmpty();
    JsonObject sink =
        JsonParser.parseString(ended.text()).getAsJsonArray().asList().stream()
            .map(element -> element.getAsJsonObject())
            .filter(object -> object.get("format").getAsString().equals("sqlite"))
            .findFirst()
            .orElseThrow();
    assertThat(sink.get("version").getAsString()).isEqualTo("1.0.0");
    assertThat(sink.get("jar").getAsString())
        .isEqualTo(plugins.resolve("vidiexport-sqlite-1.0.0.jar").toString());
  }

  @Test
  void sqliteWritesATableThatAnotherSqliteReads() throws Exception {
    ProcessResult ended = export(FINISHED, "-o", "audience.db", "--sink-option", "table=viewers");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    Path file = work.resolve("audience.db");
    assertThat(OtherSqlite.query(file, "SELECT * FROM viewers"))
        .containsExactly(
            "1056|2016-04-29 10:00:00|27|=1+1|123456789012345678901234567890|1",
            "1056|2016-04-29 11:00:00|||7|0");
    assertThat(OtherSqlite.query(file, "SELECT name, type FROM pragma_table_info('viewers')"))
        .containsExactly(
            "location_id|INTEGER",
            "period_start|TEXT",
            "watcher_count|INTEGER",
            "note|TEXT",
            "big|TEXT",
            "on|BOOLEAN");
    assertThat(PackagedJar.in(work).files()).containsExactly("audience.db");
  }

  @Test
  void sqliteAppendsReplacesAndRefuses() throws Exception {
    String[] rows = {"-o", "audience.db", "--sink-option", "table=viewers", "--sink-option"};
    Path file = work.resolve("audience.db");

    export(FINISHED, with(rows, "mode=append"));
    export(FINISHED, with(rows, "mode=append"));
    assertThat(OtherSqlite.query(file, "SELECT count(*) FROM viewers")).containsExactly("4");
    export(FINISHED, with(rows, "mode=replace"));
    assertThat(OtherSqlite.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");

    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      ProcessResult refused = jar(vidiCenter).run(command(with(rows, "mode=fail")));

      assertThat(refused.err())
          .startsWith("vidiexport: Cannot write audience.db: the format sqlite of ")
          .endsWith(
              "-1.0.0.jar failed: the table \"viewers\" already exists. Use"
                  + " another --sink-option table=NAME, or mode=replace or mode=append.\n");
      assertThat(refused.exitCode()).isEqualTo(6);
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  @Test
  void sqliteKeepsTheOldTableWhenTheProgramIsKilled() throws Exception {
    export(FINISHED, "-o", "audience.db");
    Path file = work.resolve("audience.db");
    long before = Files.size(file);
    CountDownLatch streams = new CountDownLatch(1);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(endless(streams))) {
      RunningJar running =
          jar(vidiCenter).start(command("-o", "audience.db", "--sink-option", "mode=replace"));
      WaitLimit.await(streams, "rows stream");

      running.signal("KILL");

      assertThat(running.end().exitCode()).isEqualTo(137);
    }
    // Rows are in the file by then, beside the journal that takes them back.
    assertThat(Files.size(file)).isGreaterThan(10 * before);
    assertThat(work.resolve("audience.db-journal")).isNotEmptyFile();

    ProcessResult next = export(FINISHED, "-o", "audience.db", "--sink-option", "mode=append");

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(OtherSqlite.query(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(OtherSqlite.query(file, "SELECT count(*), sum(watcher_count) FROM export"))
        .containsExactly("4|54");
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
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
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
            if (rows == ROWS_UNTIL_THEY_ARE_IN_THE_FILE) {
              streams.countDown();
            }
          }
        });
  }
}
