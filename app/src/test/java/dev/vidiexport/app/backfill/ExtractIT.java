package dev.vidiexport.app.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.OtherSqlite;
import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program takes out of a history is what DuckDB reads in its folder. */
class ExtractIT {
  private static final String NOW = "2025-01-05T15:00:00Z";
  private static final String FOLDER =
      "(SELECT * EXCLUDE (date) FROM read_parquet('%s/viewers_hourly/*/*.parquet',"
          + " hive_partitioning = true, union_by_name = true) WHERE %s)";

  @TempDir private Path top;

  @Test
  void isWhatIsInTheFolder() throws Exception {
    Path folder = Files.createDirectory(top.toRealPath().resolve("case"));
    PackagedJar jar =
        PackagedJar.in(folder).withVariable("XDG_CACHE_HOME", top.resolve("cache").toString());
    sync(folder, jar);
    Path csv = folder.resolve("all.csv.gz");
    Path parquet = folder.resolve("two days.parquet");

    ProcessResult all = jar.run("extract", "--export", "viewers_hourly", "-o", csv.toString());
    ProcessResult some =
        jar.run(
            "extract",
            "--export",
            "viewers_hourly",
            "--start",
            "2025-01-02",
            "--end",
            "2025-01-03",
            "-o",
            parquet.toString());

    assertThat(all.exitCode()).as(all.err()).isZero();
    assertThat(some.exitCode()).as(some.err()).isZero();
    assertSame(folder, "read_csv('%s', header = true, all_varchar = false)".formatted(csv), "true");
    assertSame(
        folder,
        "read_parquet('%s')".formatted(parquet),
        "date BETWEEN DATE '2025-01-02' AND DATE '2025-01-03'");
    bringsTheSameRowsOutOfOtherFormats(jar);
    putsThemIntoADatabase(folder, jar);
    endsWithSixOnceAFileIsNotTheListedOne(folder, jar);
  }

  private static void bringsTheSameRowsOutOfOtherFormats(PackagedJar jar) {
    ProcessResult csv = jar.run("extract", "--export", "as_csv", "-o", "-");
    ProcessResult lines = jar.run("extract", "--export", "as_lines", "-o", "-");

    assertThat(csv.exitCode()).as(csv.err()).isZero();
    assertThat(csv.text().lines()).hasSize(49);
    assertThat(lines.exitCode()).as(lines.err()).isZero();
    assertThat(lines.text()).isEqualTo(csv.text());
  }

  /** The ledger and the database are read and written by one driver, in one process. */
  private static void putsThemIntoADatabase(Path folder, PackagedJar jar) throws Exception {
    String sums = "SELECT count(*), sum(ots_count), min(period_start), max(period_start) FROM ";
    ProcessResult written =
        jar.run("extract", "--export", "as_csv", "-o", "audience.db", "--sink-option", "table=ots");
    ProcessResult refused =
        jar.run("extract", "--export", "as_csv", "-o", "sqlite:audience/_vidiexport/ledger.db");

    assertThat(written.exitCode()).as(written.err()).isZero();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT concat_ws('|', count(*), sum(ots_count), min(period_start),"
                    + " max(period_start)) FROM read_csv('%s/audience/as_csv/*/*.csv')"
                        .formatted(folder))) {
      found.next();
      assertThat(OtherSqlite.query(folder.resolve("audience.db"), sums + "ots"))
          .containsExactly(found.getString(1));
    }
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
    assertThat(refused.err()).contains("--output must not be in the folder of the history");
  }

  private static void endsWithSixOnceAFileIsNotTheListedOne(Path folder, PackagedJar jar)
      throws IOException {
    Path day = folder.resolve("audience/viewers_hourly/date=2025-01-02");
    try (Stream<Path> files = Files.list(day)) {
      Path file = files.findFirst().orElseThrow();
      byte[] changed = Files.readAllBytes(file);
      changed[changed.length / 2] ^= 1;
      Files.write(file, changed);
    }

    ProcessResult refused = jar.run("extract", "--export", "viewers_hourly", "-o", "again.csv");
    ProcessResult others =
        jar.run("extract", "--export", "viewers_hourly", "--end", "2025-01-01", "-o", "others.csv");

    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(6);
    assertThat(refused.err())
        .contains("vidiexport: The file viewers_hourly/date=2025-01-02/")
        .contains("is gone, or not as the ledger lists it. Run vidiexport verify");
    assertThat(folder.resolve("again.csv")).doesNotExist();
    assertThat(others.exitCode()).as(others.err()).isZero();
  }

  private static void sync(Path folder, PackagedJar jar) throws IOException {
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            group_by_demographics: true
            locations: [1056, 1057]
            start: 2025-01-01
          as_csv:
            data_type: ots
            time_resolution: 1h
            locations: [1056]
            start: 2025-01-03
            format: csv
          as_lines:
            data_type: ots
            time_resolution: 1h
            locations: [1056]
            start: 2025-01-03
            format: jsonl
            sink_options: {compression: gzip}
        """);
    Path service = Files.createDirectory(folder.resolveSibling("service"));
    try (SandboxProcess sandbox =
        SandboxProcess.start(PackagedJar.in(service), "--now", NOW, "--build-time", "20ms")) {
      ProcessResult synced =
          sandbox.askedBy(jar).run("sync", "--as-of", NOW, "--poll-interval", "50ms");
      assertThat(synced.exitCode()).as(synced.err()).isZero();
    }
  }

  private static void assertSame(Path folder, String extracted, String days) throws SQLException {
    String history = FOLDER.formatted(folder.resolve("audience"), days);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      long rows = number(statement, "SELECT count(*) FROM " + history);
      assertThat(rows).isPositive();
      assertThat(number(statement, "SELECT count(*) FROM " + extracted)).isEqualTo(rows);
      String difference = "SELECT count(*) FROM (SELECT * FROM %s EXCEPT ALL SELECT * FROM %s)";
      assertThat(number(statement, difference.formatted(history, extracted))).isZero();
      assertThat(number(statement, difference.formatted(extracted, history))).isZero();
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }
}
