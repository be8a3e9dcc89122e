package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, whose tables of SQLite another SQLite reads. */
class SqliteIT {
  private static final ScriptedAnswer FINISHED =
      ScriptedAnswer.json(
          """
          {"state": "finished", "creation_date": "2016-08-25T15:22:35", "data": [
            {"location_id": 1056, "period_start": "2016-04-29 10:00:00", "watcher_count": 27,
             "note": "=1+1", "big": 123456789012345678901234567890, "on": true, "share": 0.1},
            {"location_id": 1056, "period_start": "2016-04-29 11:00:00", "watcher_count": null,
             "note": "a\\u0000b", "big": 7, "on": false, "share": NaN}]}""");
  private static final byte[] ROW =
      "{\"location_id\": 1056, \"period_start\": \"2016-04-29 10:00:00\", \"watcher_count\": 27},"
          .getBytes(US_ASCII);
  private static final int ROWS_UNTIL_THEY_ARE_IN_THE_FILE = 250_000;
  private static final String[] TO_VIEWERS = {
    "-o", "audience.db", "--sink-option", "table=viewers"
  };

  @TempDir private Path folder;
  private Path work;
  private Path file;

  @BeforeEach
  void makeFolder() throws Exception {
    work = Files.createDirectory(folder.resolve("work"));
    file = work.resolve("audience.db");
  }

  @Test
  void isListedWithItsOptions() {
    ProcessResult ended = PackagedJar.in(work).run("sinks", "--json");

    JsonObject sink =
        JsonParser.parseString(ended.text()).getAsJsonArray().asList().stream()
            .map(element -> element.getAsJsonObject())
            .filter(object -> object.get("format").getAsString().equals("sqlite"))
            .findFirst()
            .orElseThrow();
    assertThat(sink.get("extensions")).hasToString("[\"db\",\"db3\",\"sqlite\",\"sqlite3\"]");
    assertThat(sink.get("options").getAsJsonArray())
        .extracting(option -> option.getAsJsonObject().get("default").getAsString())
        .containsExactly("export", "fail");
  }

  @Test
  void writesATableThatAnotherSqliteReads() throws Exception {
    ProcessResult ended = export(TO_VIEWERS);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("1 value of NaN, Infinity or -Infinity was written as null, because the format");
    assertThat(
            OtherSqlite.query(
                file,
                "SELECT location_id, period_start, watcher_count, hex(note), big, \"on\", share"
                    + " FROM viewers"))
        .containsExactly(
            "1056|2016-04-29 10:00:00|27|3D312B31|123456789012345678901234567890|1|0.1",
            "1056|2016-04-29 11:00:00||610062|7|0|");
    assertThat(OtherSqlite.query(file, "SELECT name, type FROM pragma_table_info('viewers')"))
        .containsExactly(
            "location_id|INTEGER",
            "period_start|TEXT",
            "watcher_count|INTEGER",
            "note|TEXT",
            "big|TEXT",
            "on|BOOLEAN",
            "share|REAL");
    assertThat(PackagedJar.in(work).files()).containsExactly("audience.db");
  }

  @Test
  void takesAnyNameAsAnAddress() throws Exception {
    ProcessResult ended = export("-o", "sqlite:audience.out");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(OtherSqlite.query(work.resolve("audience.out"), "SELECT count(*) FROM export"))
        .containsExactly("2");
    assertThat(PackagedJar.in(work).files()).containsExactly("audience.out");
  }

  @Test
  void appendsReplacesAndRefuses() throws Exception {
    assertThat(export(with(TO_VIEWERS, "mode=append")).exitCode()).isZero();
    assertThat(export(with(TO_VIEWERS, "mode=append")).exitCode()).isZero();
    assertThat(count()).isEqualTo("4");
    assertThat(export(with(TO_VIEWERS, "mode=replace")).exitCode()).isZero();
    assertThat(count()).isEqualTo("2");

    for (String[] refused : new String[][] {TO_VIEWERS, more(TO_VIEWERS, "--dry-run")}) {
      assertRefused(
          6,
          "Cannot write audience.db: the table \"viewers\" already exists. Use another"
              + " --sink-option table=NAME, or --sink-option mode=append or --sink-option"
              + " mode=replace.",
          refused);
    }
    assertThat(count()).isEqualTo("2");
  }

  @Test
  void refusesWhatCannotBeATargetBeforeTheFirstCall() throws Exception {
    assertRefused(
        2,
        "The address sqlite: must be followed by the path of a file alone, as in sqlite:audience.db"
            + " or sqlite:/srv/audience.db.",
        "-o",
        "sqlite:");
    assertRefused(
        2,
        "The option table must not begin with sqlite_, because such names belong to SQLite.",
        "-o",
        "audience.db",
        "--sink-option",
        "table=sqlite_viewers");
    assertRefused(
        2,
        "The format csv does not write to addresses of sqlite; leave --format out.",
        "-o",
        "sqlite:audience.db",
        "--format",
        "csv");
    assertRefused(
        2,
        "--overwrite is only for files; the format sqlite handles what already exists by itself.",
        "-o",
        "audience.db",
        "--overwrite");
    assertRefused(
        2,
        "--report and --output name the same file: \"audience.json\".",
        "-o",
        "sqlite:audience.json",
        "--report",
        "audience.json");
    Files.createSymbolicLink(work.resolve("link.json"), file);
    assertRefused(
        2,
        "--report and --output lead to the same file. Choose another --report.",
        "-o",
        "sqlite:audience.db",
        "--report",
        "link.json");
    Files.writeString(file, "not a database\n".repeat(100));
    assertRefused(
        6,
        "Cannot write audience.db: the file is not a SQLite database. Choose another"
            + " --output.",
        "-o",
        "audience.db");
  }

  @Test
  void refusesRowsThatTheTableWouldChange() throws Exception {
    OtherSqlite.query(file, "CREATE TABLE viewers (location_id REAL, period_start TEXT)");

    ProcessResult ended = export(with(TO_VIEWERS, "mode=append"));

    assertThat(ended.messages())
        .contains(
            "vidiexport: Cannot write audience.db: the table \"viewers\" does not take these rows:"
                + " its column \"location_id\" is REAL, which does not keep whole values; it has no"
                + " column \"watcher_count\" to write to; it has no column ");
    assertThat(ended.exitCode()).isEqualTo(6);
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void saysWhereItsNativeCodeCannotRun() throws Exception {
    Path temporary = PackagedJar.in(work).temporaryFolder();
    // Not even root can unpack anything there.
    Files.createSymbolicLink(temporary, Path.of("/proc"));

    assertRefused(
        6,
        "Cannot write audience.db: sqlite needs native code, which could not be unpacked into "
            + temporary
            + " and run from there. Start java with -Djava.io.tmpdir=DIR, a folder that you may"
            + " write to, on a file system that allows execution.",
        TO_VIEWERS);
  }

  @Test
  void refusesADiskForReadingOnlyBeforeTheFirstCall() throws Exception {
    try (MemoryDisk disk = MemoryDisk.over(work, "size=256k")) {
      OtherSqlite.query(file, "CREATE TABLE other (a)");
      disk.freeze();

      assertRefused(
          6,
          "Cannot write audience.db: its folder %s cannot be written to. Choose another --output."
              .formatted(work.toRealPath()),
          TO_VIEWERS);
    }
  }

  @Test
  void keepsTheOldRowsWhereTheDiskIsFull() throws Exception {
    try (MemoryDisk disk = MemoryDisk.over(work, "size=256k")) {
      assertThat(export(TO_VIEWERS).exitCode()).isZero();
      try (ScriptedVidiCenter vidiCenter =
          ScriptedVidiCenter.answering(endless(new CountDownLatch(1)))) {
        ProcessResult ended = jar(vidiCenter).run(command(with(TO_VIEWERS, "mode=replace")));

        assertThat(ended.messages())
            .contains(
                "vidiexport: Cannot write audience.db: no space left on the device. Free some space"
                    + " there, or choose another --output.\n");
        assertThat(ended.exitCode()).isEqualTo(6);
      }
      assertThat(count()).isEqualTo("2");
      assertThat(disk.folder().toFile().list()).containsExactly("audience.db");
    }
  }

  @Test
  void keepsTheOldTableWhenTheProgramIsKilled() throws Exception {
    export(TO_VIEWERS);
    long before = Files.size(file);
    CountDownLatch streams = new CountDownLatch(1);
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(endless(streams))) {
      RunningJar running = jar(vidiCenter).start(command(with(TO_VIEWERS, "mode=replace")));
      WaitLimit.await(streams, "rows stream");

      running.signal("KILL");

      assertThat(running.end().exitCode()).isEqualTo(137);
    }
    // Rows are in the file by then, beside the journal that takes them back.
    assertThat(Files.size(file)).isGreaterThan(10 * before);
    assertThat(work.resolve("audience.db-journal")).isNotEmptyFile();
    assertThat(OtherSqlite.query(file, "SELECT count(*), sum(watcher_count) FROM viewers"))
        .containsExactly("2|27");

    ProcessResult next = export(with(TO_VIEWERS, "mode=append"));

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(OtherSqlite.query(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(OtherSqlite.query(file, "SELECT count(*), sum(watcher_count) FROM viewers"))
        .containsExactly("4|54");
  }

  private String count() throws Exception {
    return OtherSqlite.query(file, "SELECT count(*) FROM viewers").get(0);
  }

  private void assertRefused(int code, String sentence, String... arguments) throws IOException {
    List<String> before = PackagedJar.in(work).files();
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      ProcessResult refused = jar(vidiCenter).run(command(arguments));

      assertThat(refused.messages()).startsWith("vidiexport: " + sentence + "\n");
      assertThat(refused.exitCode()).isEqualTo(code);
      assertThat(vidiCenter.requests()).isEmpty();
    }
    assertThat(PackagedJar.in(work).files()).isEqualTo(before);
  }

  private ProcessResult export(String... arguments) {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(FINISHED)) {
      return jar(vidiCenter).run(command(arguments));
    }
  }

  private PackagedJar jar(ScriptedVidiCenter vidiCenter) {
    return PackagedJar.in(work).askingAt(vidiCenter.baseUrl());
  }

  private static String[] command(String... arguments) {
    return ExampleCommandLine.export(arguments);
  }

  private static String[] with(String[] arguments, String option) {
    return more(arguments, "--sink-option", option);
  }

  private static String[] more(String[] arguments, String... others) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(others));
    return all.toArray(String[]::new);
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
