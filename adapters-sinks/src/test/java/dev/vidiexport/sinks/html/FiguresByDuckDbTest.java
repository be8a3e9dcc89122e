package dev.vidiexport.sinks.html;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vidiexport.domain.audience.AudienceColumns;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.PlaceLevel;
import dev.vidiexport.domain.reporting.ReportDays;
import dev.vidiexport.domain.reporting.ReportOfFiles;
import dev.vidiexport.domain.reporting.RowFileInput;
import dev.vidiexport.reading.UserRowFiles;
import dev.vidiexport.sinks.parquet.ParquetSinkProvider;
import dev.vidiexport.sinks.report.AudienceTable;
import dev.vidiexport.sinks.report.SampleRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number of the tables and the headline of a page is reckoned once more by DuckDB, from the
 * rows that the program wrote as Parquet.
 */
class FiguresByDuckDbTest {
  private static final double RELATIVE = 1e-9;
  private static final String DAYS =
      "(SELECT CAST(DATE '2024-03-01' + CAST(i AS INTEGER) AS DATE) AS d FROM range(10) r(i))";
  private static final String PLACES = "(SELECT 101 + i AS p FROM range(5) r(i))";

  @TempDir Path folder;

  private Path parquet(String name, AudienceTable table) throws IOException {
    return Files.write(
        folder.resolve(name + ".parquet"), table.written(new ParquetSinkProvider(), Map.of()));
  }

  private static ParsedPage page(ReportSettings settings, Path... files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AudiencePage.write(
        new ReportOfFiles(
                new UserRowFiles(new AudienceColumns(DataCatalogue.documented())::type),
                Arrays.stream(files)
                    .map(file -> new RowFileInput(file, Optional.empty(), Optional.empty()))
                    .toList(),
                Optional.empty(),
                Optional.empty(),
                settings,
                () -> {})
            .run(
                new ReportDays(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
        SamplePages.settings(PageLanguage.EN),
        bytes);
    return new ParsedPage(bytes.toByteArray());
  }

  private static ParsedPage exported(AudienceTable table, Map<String, String> options)
      throws IOException {
    return new ParsedPage(table.written(new HtmlSinkProvider(), options));
  }

  /** A database with a view of each file, by its name. */
  private static final class Database implements AutoCloseable {
    private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");

    Database(Path... files) throws SQLException {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName()).replace(".parquet", "");
        run(
            "CREATE VIEW %s AS SELECT *, CAST(period_start AS DATE) AS d, hour(period_start) AS h FROM '%s'"
                .formatted(name, file));
      }
    }

    void run(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    /** Each row by its columns, all as texts; what is null is empty. */
    List<Map<String, String>> rows(String sql) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery(sql)) {
        List<Map<String, String>> rows = new ArrayList<>();
        while (found.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            Object value = found.getObject(column);
            row.put(
                found.getMetaData().getColumnName(column), value == null ? "" : value.toString());
          }
          rows.add(row);
        }
        return rows;
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** All that DuckDB says is in the table, in its order, and no other row. */
  private static void same(ParsedPage page, String word, List<Map<String, String>> reckoned) {
    List<Map<String, String>> shown = page.table(word).orElseThrow();
    assertThat(shown).as(word).hasSameSizeAs(reckoned);
    assertThat(reckoned).as(word).isNotEmpty();
    for (int row = 0; row < shown.size(); row++) {
      same(word + " " + reckoned.get(row), shown.get(row), reckoned.get(row));
    }
  }

  private static void same(String what, Map<String, String> shown, Map<String, String> reckoned) {
    reckoned.forEach(
        (column, value) -> {
          assertThat(shown).as(what).containsKey(column);
          String raw = shown.get(column);
          if (isNumber(value) && isNumber(raw)) {
            double number = Double.parseDouble(value);
            assertThat(Double.parseDouble(raw))
                .as("%s of %s", column, what)
                .isCloseTo(number, within(Math.abs(number) * RELATIVE));
          } else {
            assertThat(raw).as("%s of %s", column, what).isEqualTo(value);
          }
        });
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9.]+(E-?[0-9]+)?");
  }

  private static String hours(String what) {
    return IntStream.range(0, 24)
        .mapToObj(hour -> what.replace("?", Integer.toString(hour)) + " AS \"" + hour + "\"")
        .collect(joining(", "));
  }

  private static void sameAsGolden(String name, ParsedPage page) throws IOException {
    String figures =
        new TreeMap<>(page.figures())
            .entrySet().stream()
                .map(figure -> figure.getKey() + " " + figure.getValue() + "\n")
                .collect(joining());
    try (InputStream golden =
        FiguresByDuckDbTest.class.getResourceAsStream("figures-" + name + ".txt")) {
      assertThat(golden).as("figures-%s.txt", name).isNotNull();
      assertThat(figures).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void groupedViewersBesidePeopleWhoPassedBy() throws Exception {
    Path v = parquet("v", SampleRows.grouped());
    Path o = parquet("o", SampleRows.passing());
    ParsedPage page = page(ReportSettings.USUAL, v, o);

    assertThat(page.sections())
        .containsExactly(
            "summary",
            "days",
            "hours",
            "week",
            "places",
            "people",
            "attention",
            "quality",
            "method");
    try (Database database = new Database(v, o)) {
      database.run(
          "CREATE VIEW m AS SELECT DISTINCT location_id AS p, d, period_start FROM v WHERE"
              + " coalesce(watcher_count, dwell_time_in_tenths_of_sec,"
              + " attention_time_in_tenths_of_sec) IS NOT NULL");
      database.run(
          "CREATE VIEW c AS SELECT location_id AS p, d,"
              + " watcher_count AS w, ots_count AS s FROM o"
              + " WHERE ots_count IS NOT NULL AND watcher_count IS NOT NULL");
      database.run(
          "CREATE VIEW b AS SELECT location_id AS p, d,"
              + " watcher_count AS w, dwell_time_in_tenths_of_sec AS t,"
              + " attention_time_in_tenths_of_sec AS a FROM v");
      same(page, "days", database.rows(daysOfViewers()));
      same(
          page,
          "hours",
          database.rows(
              "SELECT strftime(d, '%Y-%m-%d') AS date, "
                  + hours("(SELECT sum(watcher_count) FROM v WHERE v.d = days.d AND h = ?)")
                  + " FROM "
                  + DAYS
                  + " days ORDER BY d"));
      same(
          page,
          "week",
          database.rows(
              week(
                  "(SELECT d, h, sum(watcher_count) AS w FROM v GROUP BY d, h HAVING sum(watcher_count) IS NOT NULL)")));
      same(page, "places", database.rows(placesOfViewers()));
      same(
          page,
          "people",
          database.rows(
              "SELECT coalesce(gender, 0) AS gender, coalesce(age, 0) AS age,"
                  + " sum(watcher_count) AS watchers,"
                  + " sum(watcher_count) / (SELECT sum(watcher_count) FROM v)::DOUBLE AS share"
                  + " FROM v GROUP BY 1, 2 HAVING sum(watcher_count) IS NOT NULL ORDER BY 1, 2"));
      same(page, "attention", database.rows(attention()));
      same(
          page,
          "quality",
          database.rows(
              "SELECT p AS place, "
                  + IntStream.rangeClosed(1, 10)
                      .mapToObj(
                          day ->
                              "(SELECT count(*) FROM m WHERE m.p = places.p AND day(m.d) = %s) / 24.0 AS \"2024-03-%s\""
                                  .formatted(Integer.toString(day), (day < 10 ? "0" : "") + day))
                      .collect(joining(", "))
                  + " FROM "
                  + PLACES
                  + " places ORDER BY p"));
      same(page, "missing", List.of(Map.of("place", "105", "label", "")));
      same("headline", page.figures(), database.rows(headlineOfViewers()).get(0));
    }
    sameAsGolden("grouped", page);
  }

  private static String daysOfViewers() {
    return "SELECT strftime(d, '%Y-%m-%d') AS date,"
        + " (SELECT sum(watcher_count) FROM v WHERE v.d = days.d) AS watchers,"
        + " (SELECT sum(ots_count) FROM o WHERE o.d = days.d) AS ots,"
        + " (SELECT sum(w) / sum(s)::DOUBLE FROM c WHERE c.d = days.d) AS conversion,"
        + " (SELECT count(*) FROM m WHERE m.d = days.d) AS measured, 120 AS expected,"
        + " (SELECT sum(a) / 10.0 / sum(w) FROM b WHERE b.d = days.d AND w IS NOT NULL"
        + " AND a IS NOT NULL) AS attention_seconds FROM "
        + DAYS
        + " days ORDER BY d";
  }

  private static String week(String hoursOfDays) {
    return "SELECT weekday, "
        + hours(
            "(SELECT avg(w) FROM " + hoursOfDays + " t WHERE isodow(t.d) = weekday AND t.h = ?)")
        + " FROM (SELECT i + 1 AS weekday FROM range(7) r(i)) ORDER BY weekday";
  }

  private static String placesOfViewers() {
    return "SELECT *, watchers / (SELECT sum(watcher_count) FROM v)::DOUBLE AS share,"
        + " measured / 240.0 AS coverage, watchers / measured::DOUBLE AS per_measured_hour"
        + " FROM (SELECT p AS place,"
        + " (SELECT sum(watcher_count) FROM v WHERE location_id = p) AS watchers,"
        + " (SELECT sum(ots_count) FROM o WHERE location_id = p) AS ots,"
        + " (SELECT sum(w) / sum(s)::DOUBLE FROM c WHERE c.p = places.p) AS conversion,"
        + " (SELECT count(*) FROM m WHERE m.p = places.p) AS measured, 240 AS expected,"
        + " (SELECT any_value(location_label) FROM v WHERE location_id = p) AS label FROM "
        + PLACES
        + " places WHERE p < 105) ORDER BY watchers DESC";
  }

  private static String attention() {
    return "SELECT p AS place,"
        + " sum(t) FILTER (w IS NOT NULL) / 10.0"
        + " / sum(w) FILTER (t IS NOT NULL) AS dwell_seconds,"
        + " sum(a) FILTER (w IS NOT NULL) / 10.0"
        + " / sum(w) FILTER (a IS NOT NULL) AS attention_seconds,"
        + " sum(a) FILTER (t IS NOT NULL) / sum(t) FILTER (a IS NOT NULL)::DOUBLE"
        + " AS attention_share FROM b GROUP BY p ORDER BY sum(w) DESC";
  }

  private static String headlineOfViewers() {
    return "SELECT (SELECT sum(watcher_count) FROM v) AS watchers,"
        + " (SELECT sum(ots_count) FROM o) AS ots,"
        + " (SELECT sum(w) / sum(s)::DOUBLE FROM c) AS conversion,"
        + " (SELECT sum(t) / 10.0 / sum(w) FROM b WHERE t IS NOT NULL AND w IS NOT NULL)"
        + " AS dwell_seconds,"
        + " (SELECT sum(a) / 10.0 / sum(w) FROM b WHERE a IS NOT NULL AND w IS NOT NULL)"
        + " AS attention_seconds,"
        + " (SELECT sum(a) / sum(t)::DOUBLE FROM b WHERE a IS NOT NULL AND t IS NOT NULL)"
        + " AS attention_share, (SELECT count(DISTINCT p) FROM m) AS places,"
        + " (SELECT count(*) FROM m) AS measured, 1200 AS expected,"
        + " (SELECT count(*) FROM m) / 1200.0 AS coverage";
  }

  /** Day by day the sum of the cameras of a site by how many of them measured. */
  @Test
  void sitesWhoseCamerasAreAveraged() throws Exception {
    Path v = parquet("v", SampleRows.grouped());
    ParsedPage page = page(new ReportSettings(PlaceLevel.SITE, CameraCombination.AVERAGE, 20), v);

    assertThat(page.notes()).contains("site-average").doesNotContain("site-sum");
    try (Database database = new Database(v)) {
      database.run(
          "CREATE VIEW n AS SELECT site_id AS s, d, count(DISTINCT location_id) AS cameras,"
              + " count(DISTINCT (location_id, period_start)) AS periods FROM v"
              + " WHERE coalesce(watcher_count, dwell_time_in_tenths_of_sec,"
              + " attention_time_in_tenths_of_sec) IS NOT NULL GROUP BY s, d");
      database.run(
          "CREATE VIEW a AS SELECT v.site_id AS s, v.d, v.h,"
              + " sum(watcher_count) / any_value(cameras)::DOUBLE AS w FROM v JOIN n"
              + " ON v.site_id = n.s AND v.d = n.d GROUP BY v.site_id, v.d, v.h"
              + " HAVING sum(watcher_count) IS NOT NULL");
      same(
          page,
          "days",
          database.rows(
              "SELECT strftime(d, '%Y-%m-%d') AS date,"
                  + " (SELECT sum(w) FROM a WHERE a.d = days.d) AS watchers,"
                  + " (SELECT sum(periods) FROM n WHERE n.d = days.d) AS measured FROM "
                  + DAYS
                  + " days ORDER BY d"));
      same(
          page,
          "hours",
          database.rows(
              "SELECT strftime(d, '%Y-%m-%d') AS date, "
                  + hours("(SELECT sum(w) FROM a WHERE a.d = days.d AND h = ?)")
                  + " FROM "
                  + DAYS
                  + " days ORDER BY d"));
      same(page, "week", database.rows(week("(SELECT d, h, sum(w) AS w FROM a GROUP BY d, h)")));
      same(
          page,
          "places",
          database.rows(
              "SELECT s AS place, sum(w) AS watchers,"
                  + " sum(w) / (SELECT sum(w) FROM a) AS share,"
                  + " (SELECT sum(periods) FROM n WHERE n.s = a.s) AS measured,"
                  + " 'Site ' || s AS label,"
                  + " sum(w) / (SELECT sum(periods / cameras::DOUBLE) FROM n WHERE n.s = a.s)"
                  + " AS per_measured_hour FROM a GROUP BY s ORDER BY watchers DESC"));
      same("headline", page.figures(), database.rows("SELECT sum(w) AS watchers FROM a").get(0));
    }
  }

  @Test
  void finestViewers() throws Exception {
    AudienceTable table = SampleRows.finest();
    Path v = parquet("v", table);
    ParsedPage page = exported(table, Map.of());

    assertThat(page.notes()).contains("expected-unknown");
    try (Database database = new Database(v)) {
      database.run(
          "CREATE VIEW b AS SELECT location_id AS p, d,"
              + " 1 AS w, dwell_time_in_tenths_of_sec AS t,"
              + " attention_time_in_tenths_of_sec AS a FROM v");
      same(
          page,
          "days",
          database.rows(
              "SELECT strftime(d, '%Y-%m-%d') AS date,"
                  + " nullif((SELECT count(*) FROM v WHERE v.d = days.d), 0) AS watchers,"
                  + " NULL AS measured, NULL AS expected,"
                  + " (SELECT avg(a) / 10.0 FROM b WHERE b.d = days.d) AS attention_seconds FROM "
                  + DAYS
                  + " days ORDER BY d"));
      same(
          page,
          "hours",
          database.rows(
              "SELECT strftime(d, '%Y-%m-%d') AS date, "
                  + hours("nullif((SELECT count(*) FROM v WHERE v.d = days.d AND h = ?), 0)")
                  + " FROM "
                  + DAYS
                  + " days ORDER BY d"));
      same(page, "week", database.rows(week("(SELECT d, h, count(*) AS w FROM v GROUP BY d, h)")));
      same(
          page,
          "places",
          database.rows(
              "SELECT location_id AS place, count(*) AS watchers,"
                  + " count(*) / 3000.0 AS share, NULL AS measured, NULL AS expected,"
                  + " NULL AS coverage, NULL AS per_measured_hour"
                  + " FROM v GROUP BY place ORDER BY watchers DESC, place"));
      same(
          page,
          "people",
          database.rows(
              "SELECT coalesce(gender, 0) AS gender, coalesce(age, 0) AS age,"
                  + " count(*) AS watchers, count(*) / 3000.0 AS share"
                  + " FROM v GROUP BY 1, 2 ORDER BY 1, 2"));
      same(page, "attention", database.rows(attention() + ", p"));
      same(
          page,
          "dwell-times",
          database.rows(
              "SELECT f AS from_seconds, u AS until_seconds, (SELECT count(*) FROM b WHERE"
                  + " t >= f * 10 AND (u IS NULL OR t < u * 10)) AS viewers FROM (VALUES"
                  + " (0, 1), (1, 2), (2, 5), (5, 10), (10, 20), (20, 30), (30, 60), (60, 120),"
                  + " (120, NULL)) buckets(f, u) ORDER BY f"));
      same(
          "headline",
          page.figures(),
          database
              .rows(
                  "SELECT 3000 AS watchers, avg(t) / 10 AS dwell_seconds,"
                      + " avg(a) / 10 AS attention_seconds,"
                      + " sum(a) FILTER (t IS NOT NULL) / sum(t) FILTER (a IS NOT NULL)::DOUBLE"
                      + " AS attention_share, count(DISTINCT p) AS places FROM b")
              .get(0));
      assertThat(page.figures().getOrDefault("coverage", "")).isEmpty();
      assertThat(page.figures().getOrDefault("measured", "")).isEmpty();
    }
    sameAsGolden("finest", page);
  }

  @Test
  void peopleOnFootAndVehiclesByDay() throws Exception {
    AudienceTable table = SampleRows.traffic();
    Path t = parquet("t", table);
    ParsedPage page = exported(table, Map.of("language", "de"));

    assertThat(page.sections())
        .containsExactly("summary", "days", "places", "vehicles", "footfall", "quality", "method");
    try (Database database = new Database(t)) {
      database.run(
          "CREATE VIEW m AS SELECT location_id AS p, d FROM t WHERE"
              + " coalesce(footfall_impressions, footfall_presence_time, vehicle_count,"
              + " vehicle_presence_time, vehicle_impressions) IS NOT NULL");
      same(
          page,
          "days",
          database.rows(
              "SELECT strftime(d, '%Y-%m-%d') AS date,"
                  + " (SELECT sum(footfall_impressions) FROM t WHERE t.d = days.d) AS footfall,"
                  + " (SELECT sum(vehicle_count) FROM t WHERE t.d = days.d) AS vehicles,"
                  + " (SELECT count(*) FROM m WHERE m.d = days.d) AS measured, 5 AS expected FROM "
                  + DAYS
                  + " days ORDER BY d"));
      same(
          page,
          "places",
          database.rows(
              "SELECT *, footfall / (SELECT sum(footfall_impressions) FROM t)::DOUBLE AS share,"
                  + " measured / 10.0 AS coverage,"
                  + " footfall / (measured * 24.0) AS per_measured_hour FROM ("
                  + "SELECT location_id AS place, sum(footfall_impressions) AS footfall,"
                  + " sum(vehicle_count) AS vehicles,"
                  + " (SELECT count(*) FROM m WHERE p = location_id) AS measured,"
                  + " 10 AS expected FROM t GROUP BY location_id) ORDER BY footfall DESC"));
      same(page, "vehicles", database.rows(presence("vehicle_count", "vehicle_presence_time")));
      same(
          page,
          "footfall",
          database.rows(presence("footfall_impressions", "footfall_presence_time")));
      same(
          "headline",
          page.figures(),
          database
              .rows(
                  "SELECT sum(footfall_impressions) AS footfall, sum(vehicle_count) AS vehicles,"
                      + " (SELECT count(DISTINCT p) FROM m) AS places,"
                      + " (SELECT count(*) FROM m) AS measured, 50 AS expected,"
                      + " (SELECT count(*) FROM m) / 50.0 AS coverage FROM t")
              .get(0));
    }
    sameAsGolden("traffic", page);
  }

  private static String presence(String count, String time) {
    return "SELECT location_id AS place, sum(%1$s) AS count, sum(%2$s) FILTER (%1$s IS NOT NULL) / 10.0 / sum(%1$s) FILTER (%2$s IS NOT NULL) AS seconds FROM t GROUP BY place ORDER BY sum(footfall_impressions) DESC"
        .formatted(count, time);
  }
}
