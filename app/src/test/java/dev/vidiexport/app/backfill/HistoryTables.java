package dev.vidiexport.app.backfill;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.http.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders of a history's exports, each read as one table, as DuckDB's users do, and held
 * against what a sandbox has. For one thread; whoever opens it closes it.
 */
public final class HistoryTables implements AutoCloseable {
  private static final String PARTITION = "date";

  private final Path target;
  private final Connection connection;

  private HistoryTables(Path target, Connection connection) {
    this.target = target;
    this.connection = connection;
  }

  /** The tables of the history in a folder. */
  public static HistoryTables in(Path target) throws SQLException {
    return new HistoryTables(target, DriverManager.getConnection("jdbc:duckdb:"));
  }

  /**
   * Asserts that the folder of an export has the very rows that a sandbox has for all of its days:
   * each as often, every value, the promised columns with their types, each row in the partition of
   * its day, and nothing else.
   */
  public void holdTheRowsOf(Sandbox sandbox, HistoryEntry entry, String when) throws Exception {
    holdTheRowsOf(sandbox, entry, Set.of(), when);
  }

  /**
   * The same but for some days.
   *
   * @param except the days that are not looked at
   */
  void holdTheRowsOf(Sandbox sandbox, HistoryEntry entry, Set<LocalDate> except, String when)
      throws Exception {
    Path lines = Files.createTempFile("vidiexport-served", ".jsonl");
    try {
      sandbox.rows(entry.arguments()).writeLines(lines);
      compare(entry, lines, except, when);
    } finally {
      Files.delete(lines);
    }
  }

  /**
   * Asserts that a table of a database has the very rows that the folder of the export of its name
   * has: each as often, and every value.
   */
  void holdTheRowsOf(HistoryDatabase database, String export, String when) throws Exception {
    execute(
        """
        CREATE OR REPLACE VIEW written AS
        SELECT * EXCLUDE ("%s")
        FROM read_parquet('%s', hive_partitioning = true, union_by_name = true)
        """
            .formatted(PARTITION, files(export)));
    List<Column> columns = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (String line : lines("DESCRIBE written", 2)) {
      String[] nameAndType = line.split("\\|", 2);
      boolean isDecimal = nameAndType[1].equals("DOUBLE");
      columns.add(new Column(nameAndType[0], isDecimal ? ColumnType.DECIMAL : ColumnType.TEXT));
      types.add("'%s': '%s'".formatted(nameAndType[0], nameAndType[1]));
    }
    Path rows = Files.createTempFile("vidiexport-table", ".jsonl");
    try {
      Files.write(rows, database.jsonLines(export, columns));
      execute(
          """
          CREATE OR REPLACE TABLE kept AS
          SELECT * FROM read_json('%s', format = 'newline_delimited', columns = {%s})
          """
              .formatted(rows, String.join(", ", types)));
    } finally {
      Files.delete(rows);
    }
    String what = "%s %s".formatted(export, when);
    assertThat(number("SELECT count(*) FROM kept")).as(what).isPositive();
    assertThat(number("SELECT count(*) FROM kept"))
        .as("rows in " + what)
        .isEqualTo(number("SELECT count(*) FROM written"));
    for (List<String> pair : List.of(List.of("kept", "written"), List.of("written", "kept"))) {
      assertThat(
              lines(
                  "SELECT * FROM %s EXCEPT ALL SELECT * FROM %s LIMIT 5"
                      .formatted(pair.get(0), pair.get(1)),
                  columns.size()))
          .as("rows of %s that %s lacks in %s", pair.get(0), pair.get(1), what)
          .isEmpty();
    }
  }

  /** Asserts that there are tables with the names of places, each of which has one. */
  public void nameAllPlaces(String when) throws SQLException {
    for (String table : List.of("locations", "sites", "networks")) {
      Path file = target.resolve("_vidiexport/dimensions").resolve(table + ".parquet");
      assertThat(number("SELECT count(DISTINCT id) FROM '%s'".formatted(file)))
          .as("%s of %s %s", table, target, when)
          .isPositive()
          .isEqualTo(number("SELECT count(label) FROM '%s'".formatted(file)));
    }
  }

  private void compare(HistoryEntry entry, Path lines, Set<LocalDate> except, String when)
      throws SQLException {
    List<Column> columns = expectedColumns(entry, lines);
    Column time =
        columns.stream().filter(column -> column.type() == ColumnType.TIMESTAMP).findFirst().get();
    execute(
        """
        CREATE OR REPLACE TABLE served AS
        SELECT *, CAST("%1$s" AS DATE) AS "%2$s"
        FROM read_json('%3$s', format = 'newline_delimited', columns = {%4$s})
        WHERE "%1$s" < TIMESTAMP '%5$s 00:00:00' AND CAST("%1$s" AS DATE) NOT IN (%6$s)
        """
            .formatted(
                time.name(),
                PARTITION,
                lines,
                columns.stream()
                    .map(column -> "'%s': '%s'".formatted(column.name(), type(column)))
                    .collect(joining(", ")),
                entry.last().plusDays(1),
                days(except)));
    execute(
        """
        CREATE OR REPLACE VIEW written AS
        SELECT * FROM read_parquet('%s', hive_partitioning = true, union_by_name = true)
        WHERE "%s" NOT IN (%s)
        """
            .formatted(files(entry.name()), PARTITION, days(except)));

    String what = "%s of %s ".formatted(entry.name(), target) + when;
    assertThat(lines("DESCRIBE written", 2)).as(what).isEqualTo(described(columns));
    assertThat(number("SELECT count(*) FROM served")).as(what).isPositive();
    assertThat(number("SELECT count(*) FROM written"))
        .as("rows in " + what)
        .isEqualTo(number("SELECT count(*) FROM served"));
    assertThat(lines(difference(columns, "served", "written"), columns.size()))
        .as("rows that are missing in " + what)
        .isEmpty();
    assertThat(lines(difference(columns, "written", "served"), columns.size()))
        .as("rows that nobody served in " + what)
        .isEmpty();
  }

  /** Those of an export without rows, and what else any row has. */
  private List<Column> expectedColumns(HistoryEntry entry, Path lines) throws SQLException {
    Set<String> keys =
        Set.copyOf(
            lines(
                """
                SELECT DISTINCT unnest(json_keys(json))
                FROM read_json_objects('%s', format = 'newline_delimited')
                """
                    .formatted(lines),
                1));
    List<Column> always = entry.columns().whenEmpty();
    List<Column> known = entry.columns().ordered();
    assertThat(known).extracting(Column::name).containsAll(keys);
    return Stream.concat(
            always.stream(),
            known.stream()
                .filter(column -> !always.contains(column) && keys.contains(column.name())))
        .toList();
  }

  /** As a list of SQL that is never empty. */
  private static String days(Set<LocalDate> days) {
    return Stream.concat(Stream.of(LocalDate.EPOCH), days.stream())
        .map("DATE '%s'"::formatted)
        .collect(joining(", "));
  }

  private static List<String> described(List<Column> columns) {
    return Stream.concat(
            columns.stream().map(column -> column.name() + "|" + type(column)),
            Stream.of(PARTITION + "|DATE"))
        .toList();
  }

  /** DuckDB's name; its TIMESTAMP is the one without a zone. */
  private static String type(Column column) {
    return switch (column.type()) {
      case WHOLE -> "BIGINT";
      case DECIMAL -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case TIMESTAMP -> "TIMESTAMP";
      case TEXT -> "VARCHAR";
      case NESTED -> "JSON";
    };
  }

  private static String difference(List<Column> columns, String all, String without) {
    String names =
        Stream.concat(columns.stream().map(Column::name), Stream.of(PARTITION))
            .map(name -> '"' + name + '"')
            .collect(joining(", "));
    return "SELECT %1$s FROM %2$s EXCEPT ALL SELECT %1$s FROM %3$s LIMIT 5"
        .formatted(names, all, without);
  }

  private String files(String export) {
    return target.resolve(export) + "/**/*.parquet";
  }

  /** How many rows each file of an export has: its path below the target, a bar, and the number. */
  List<String> rowsOfFiles(String export) throws SQLException {
    return lines(
        """
        SELECT substr(filename, %s), count(*)
        FROM read_parquet('%s', filename = true) GROUP BY filename ORDER BY filename
        """
            .formatted(target.toString().length() + 2, files(export)),
        2);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(lines(sql, 1).get(0));
  }

  /** The first columns of what is found, joined with bars. */
  private List<String> lines(String sql, int columns) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(String.valueOf(found.getObject(column)));
        }
        lines.add(String.join("|", values));
      }
    }
    return lines;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
