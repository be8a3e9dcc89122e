package dev.vidiexport.http.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sandbox whose data grow as time passes. */
class SandboxHistoryTest {
  private static final Map<String, String> WEEK =
      ExportArguments.of("ots", "1h", "2024-02-19T00:00:00", "2024-02-25T23:59:59");

  private final ManualClock clock = new ManualClock();
  private volatile Instant now = Instant.parse("2024-02-22T10:30:00Z");
  private Sandbox sandbox;
  private Caller caller;

  private void start(SandboxHistory history) throws IOException {
    sandbox = Sandbox.start(SandboxSettings.usual().withHistory(history), clock);
    caller = new Caller(sandbox);
  }

  private SandboxHistory moving() {
    return SandboxHistory.by(() -> now).withTimeZones(List.of(Optional.of(ZoneOffset.UTC)));
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void hasRowsOfWhatWasMeasuredByNowAlone() throws IOException {
    start(moving());

    assertThat(times(WEEK)).hasSize(3 * 24 + 11).last().isEqualTo("TEXT 2024-02-22 10:00:00");
    now = Instant.parse("2024-02-19T00:00:00Z");
    assertThat(times(WEEK)).isEmpty();
    now = Instant.parse("2024-03-19T00:00:00Z");
    assertThat(times(WEEK)).hasSize(7 * 24);
  }

  private List<String> times(Map<String, String> arguments) {
    return ServedRow.all(sandbox.rows(ExportArguments.with(arguments, "locations", "1056")))
        .map(row -> row.get("period_start"))
        .sorted()
        .toList();
  }

  @Test
  void hasTheValuesOfAPeriodThatIsOverAsSoonAsTheyAreKnown() throws IOException {
    start(moving());
    List<String> early = sorted(WEEK);
    now = Instant.parse("2025-02-22T00:00:00Z");
    List<String> late = sorted(WEEK);

    assertThat(late).hasSizeGreaterThan(early.size());
    // Only the hour that had begun, one of each location, is another later.
    assertThat(early).filteredOn(row -> !late.contains(row)).hasSizeBetween(1, 4);
  }

  private List<String> sorted(Map<String, String> arguments) {
    List<String> rows = new ArrayList<>();
    sandbox.rows(arguments).forEach(rows::add);
    return rows.stream().sorted().toList();
  }

  @Test
  void countsAPeriodThatIsUnderWayInPart() throws IOException {
    start(moving());
    Map<String, String> day =
        ExportArguments.with(
            ExportArguments.of("ots", "1d", "2024-02-22T00:00:00", "2024-02-22T23:59:59"),
            "locations",
            "1056");

    double early = passers(day);
    now = Instant.parse("2024-02-22T20:00:00Z");
    double later = passers(day);
    now = Instant.parse("2024-02-23T00:00:00Z");

    assertThat(early).isPositive();
    assertThat(later).isGreaterThan(early);
    assertThat(passers(day)).isGreaterThan(later);
  }

  private double passers(Map<String, String> arguments) {
    return ServedRow.all(sandbox.rows(arguments))
        .mapToDouble(row -> Double.parseDouble(row.get("ots_count").substring("NUMBER ".length())))
        .sum();
  }

  @Test
  void growsWhenALateCameraSends() throws IOException {
    Instant until = Instant.parse("2024-03-14T07:00:00Z");
    start(moving().withSilence(1056, Instant.parse("2024-02-20T12:00:00Z"), until));
    now = Instant.parse("2024-03-14T06:59:59Z");
    List<String> early = times(WEEK);
    assertThat(location(1056)).contains("\"last_upload_timestamp\":\"2024-02-20T12:00:00\"");
    now = until;

    assertThat(early).hasSize(24 + 12);
    assertThat(times(WEEK)).hasSize(7 * 24).containsAll(early);
    assertThat(location(1056))
        .contains(
            "\"last_upload_timestamp\":\"2024-03-14T07:00:00\"",
            "\"last_seen\":\"2024-03-14T07:00:00\"");
    now = until.plusSeconds(200);
    assertThat(location(1056)).contains("\"last_seen\":\"2024-03-14T07:02:12\"");
  }

  @Test
  void servesABuildAsItWasUntilItIsADayOldByTheNow() throws IOException {
    start(moving());
    assertThat(body(WEEK)).isEqualTo("{\"state\":\"started\"}");
    clock.forward(Duration.ofSeconds(2));
    String first = body(WEEK);
    now = now.plus(Duration.ofHours(24)).minusSeconds(1);
    String cached = body(WEEK);
    List<String> remembered = sorted(WEEK);
    now = now.plusSeconds(1);

    assertThat(first).contains("finished", "2024-02-22T10:30:00".replace('T', first(first)));
    assertThat(cached).isEqualTo(first);
    assertThat(remembered).allMatch(first::contains);
    assertThat(body(WEEK)).isEqualTo("{\"state\":\"started\"}");
    clock.forward(Duration.ofSeconds(2));
    String second = body(WEEK);
    assertThat(second).contains("2024-02-23T10:30:00".replace('T', first(first)));
    assertThat(second.length()).isGreaterThan(first.length());
    assertThat(sorted(WEEK)).allMatch(second::contains).hasSizeGreaterThan(remembered.size());
  }

  /** What stands between date and time in the creation date of an answer. */
  private static char first(String body) {
    return body.charAt(body.indexOf("\"creation_date\":\"") + "\"creation_date\":\"".length() + 10);
  }

  /** The present stands still, and an export is ready all the same. */
  @Test
  void buildsByTheClock() throws IOException {
    start(SandboxHistory.until(now));
    body(WEEK);
    clock.forward(Duration.ofMillis(1_999));
    assertThat(body(WEEK)).contains("in_progress");
    clock.forward(Duration.ofMillis(1));

    assertThat(body(WEEK)).contains("finished");
  }

  @Test
  void hasTheSameRowsInAnotherOrderWhenBuiltAnew() throws IOException {
    Map<String, String> before =
        ExportArguments.of("ots", "1h", "2024-01-01T00:00:00", "2024-01-31T23:59:59");
    start(moving());
    ServedRows one = sandbox.rows(before);
    now = now.plusSeconds(86_400);
    ServedRows other = sandbox.rows(before);

    assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
    assertThat(one.iterator().next()).isNotEqualTo(other.iterator().next());
  }

  @Test
  void refusesWhoNamesACameraThatIsNotThere() throws IOException {
    start(
        moving()
            .withAppearance(1058, Instant.parse("2024-02-23T00:00:00Z"))
            .withDeparture(1057, Instant.parse("2024-02-24T00:00:00Z")));

    assertThat(caller.data(WEEK).body())
        .isEqualTo("{\"message\":\"There is no location 1058\",\"error\":404}");
    assertThat(caller.get("api/v1/locations/").body()).doesNotContain("\"id\":1058");
    now = Instant.parse("2024-02-23T00:00:00Z");
    assertThat(caller.data(WEEK).status()).isEqualTo(200);
    assertThat(location(1058))
        .contains(
            "\"creation_date\":\"2024-02-23T00:00:00\"",
            "\"last_upload_timestamp\":null",
            "\"last_seen\":null");
    now = Instant.parse("2024-02-24T00:00:00Z");
    assertThat(caller.data(WEEK).status()).isEqualTo(404);
    assertThat(caller.get("api/v1/site/201/locations/").body())
        .contains("\"id\":1056", "\"id\":1058")
        .doesNotContain("\"id\":1057");
  }

  @Test
  void tellsNewNamesInRowsToo() throws IOException {
    start(moving().withName(1056, Instant.parse("2024-02-01T00:00:00Z"), "Quai \"7\""));
    Map<String, String> compass =
        ExportArguments.with(
            ExportArguments.with(WEEK, "data_type", "compass"), "locations", "1056");

    assertThat(location(1056)).contains("\"label\":\"Quai \\\"7\\\"\"");
    assertThat(ServedRow.list(sandbox.rows(compass)))
        .isNotEmpty()
        .anyMatch(row -> "TEXT Quai \"7\"".equals(row.get("location_name")));
  }

  @Test
  void tellsZonesInSecondsAndLeavesOutWhatNobodySaid() throws IOException {
    start(
        SandboxHistory.until(now)
            .withTimeZones(
                List.of(
                    Optional.of(ZoneOffset.ofHoursMinutes(5, 30)),
                    Optional.empty(),
                    Optional.of(ZoneOffset.ofHours(-8)))));

    assertThat(location(1056)).contains("\"last_timezone\":19800,");
    assertThat(location(1057)).doesNotContain("last_timezone");
    assertThat(location(1058)).contains("\"last_timezone\":-28800,");
  }

  private String location(long id) throws IOException {
    return caller
        .get("api/v1/locations/")
        .body()
        .lines()
        .filter(line -> line.contains("{\"id\":%s,".formatted(id)))
        .findFirst()
        .orElseThrow();
  }

  private String body(Map<String, String> arguments) throws IOException {
    Caller.Answer answer = caller.data(arguments);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void isRefusedWhereItMakesNoSense() {
    SandboxHistory history = SandboxHistory.until(now);

    assertThatThrownBy(() -> history.withSilence(1056, now, now))
        .hasMessage(
            "a silence must begin before it ends, but was"
                + " 2024-02-22T10:30:00Z/2024-02-22T10:30:00Z");
    assertThatThrownBy(() -> SandboxSettings.usual().withHistory(history.withDeparture(1068, now)))
        .hasMessage("location must be 1056 to 1067, but was 1068");
  }
}
