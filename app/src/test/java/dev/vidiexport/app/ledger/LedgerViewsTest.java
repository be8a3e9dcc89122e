package dev.vidiexport.app.ledger;

import static dev.vidiexport.domain.port.SampleSlices.COLUMNS;
import static dev.vidiexport.domain.port.SampleSlices.IDENTITY;
import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static dev.vidiexport.domain.port.SampleSlices.answer;
import static dev.vidiexport.domain.port.SampleSlices.failure;
import static dev.vidiexport.domain.port.SampleSlices.refusal;
import static dev.vidiexport.domain.port.SampleSlices.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.OtherSqlite;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others read in a ledger, by a SQLite that is not this program's. */
class LedgerViewsTest {
  private static final SliceKey DAY = slice("viewers", "2024-02-29", 1057, 1056);

  @TempDir private Path target;
  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = TestLedgers.impatient().open(LedgerPlace.inFolder(target));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private List<String> query(String sql) throws Exception {
    return OtherSqlite.query(LedgerPlace.inFolder(target).ledger(), sql);
  }

  private void publish(SliceKey key, SliceAnswer answer) {
    ledger.notePublishing(key, answer, IDENTITY, COLUMNS, SliceFacts.NONE);
    ledger.notePublished(key, NOON.plusSeconds(answer.revision()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "files:export,window,window_start,window_end,sources,file,bytes,sha256,rows,dropped_rows,"
            + "fingerprint,revision,creation_date,built_at,asked_at,published_at,state,attempts,"
            + "last_error",
        "changes:at,export,window,file,change,revision,rows,bytes",
        "coverage:export,window,location_id,site_id,expected,measured,placeholder",
        "topology:seen_at,kind,id,json",
      })
  void haveTheColumnsOfTheContract(String view, String columns) throws Exception {
    assertThat(query("SELECT group_concat(name) FROM pragma_table_info('%s')".formatted(view)))
        .containsExactly(columns);
    assertThat(query("SELECT * FROM " + view)).isEmpty();
  }

  @Test
  void showFilesWithAllThatIsKnownOfThem() throws Exception {
    ledger.noteAsked(DAY, NOON);
    publish(DAY, answer(DAY, 5));

    assertThat(query("SELECT * FROM files"))
        .containsExactly(
            String.join(
                "|",
                "viewers",
                "2024-02-29",
                "2024-02-29T00:00:00",
                "2024-02-29T23:59:59",
                "locations=1056,1057",
                DAY.file("parquet"),
                "500",
                answer(DAY, 5).file().orElseThrow().sha256(),
                "5",
                "3",
                answer(DAY, 5).fingerprint(),
                "1",
                "2024-03-01 11:01:00",
                "2024-03-01T12:01:00Z",
                "2024-03-01T12:00:01Z",
                "2024-03-01T12:00:01Z",
                "complete",
                "1",
                ""));
  }

  @Test
  void showWhenRowsWerePublishedThatAreInNoFile() throws Exception {
    publish(DAY, answer(Optional.empty(), 5, 1));

    assertThat(query("SELECT file, bytes, sha256, rows, published_at, state FROM files"))
        .containsExactly("|||5|2024-03-01T12:00:01Z|complete");
    assertThat(query("SELECT file, change, rows, bytes FROM changes"))
        .containsExactly("|published|5|");
  }

  @Test
  void showEveryState() throws Exception {
    ledger.noteAsked(DAY, NOON);
    ledger.noteEmpty(
        slice("viewers", "2024-03-01", 1),
        answer(slice("viewers", "2024-03-01", 1), 0),
        SliceFacts.NONE,
        NOON);
    ledger.noteFailed(slice("viewers", "2024-03-02", 1), failure());
    ledger.noteFailed(slice("viewers", "2024-03-03", 1), refusal(1));
    ledger.noteFailed(slice("viewers", "2024-03-04", 1), refusal(1));
    ledger.noteRetired("viewers", List.of(slice("viewers", "2024-03-04", 1)));
    ledger.noteAsked(slice("viewers", "2024-03-05", 1), NOON);

    assertThat(
            query(
                "SELECT window, state, attempts, asked_at, published_at, file, rows, fingerprint,"
                    + " last_error FROM files ORDER BY window"))
        .containsExactly(
            "2024-02-29|missing|1|2024-03-01T12:00:00Z|||||",
            "2024-03-01|complete|0|2024-03-01T12:00:01Z|||0|00000000000000000000000000def000|",
            "2024-03-02|failed|0||||||The \"line\" was cut.",
            "2024-03-03|refused|0||||||There is no location 7.",
            "2024-03-04|retired|0||||||There is no location 7.",
            "2024-03-05|missing|1|2024-03-01T12:00:00Z|||||");
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2023-12-31, 2023-12-31T23:59:59, date",
    "WEEK, 2020-12-28, 2021-01-03T23:59:59, week",
    "MONTH, 2024-02-01, 2024-02-29T23:59:59, month",
    "MONTH, 1969-12-01, 1969-12-31T23:59:59, month",
  })
  void tellWindowsAndFilesAsTheLayoutDoes(
      WindowLength length, LocalDate day, String end, String partition) throws Exception {
    SliceKey key =
        new SliceKey("a_1", new TimeWindow(length, day), SourceSet.of(SourceKind.SITES, 7));

    publish(key, answer(key, 5));

    assertThat(query("SELECT window, window_start, window_end, file FROM files"))
        .containsExactly("%s|%sT00:00:00|%s|%s".formatted(day, day, end, key.file("parquet")));
    assertThat(query("SELECT window, file FROM changes"))
        .containsExactly("%s|%s".formatted(day, key.file("parquet")));
    assertThat(key.file("parquet")).startsWith("a_1/" + partition);
  }

  @Test
  void showChangesInTheirOrder() throws Exception {
    publish(DAY, answer(DAY, 5));
    publish(DAY, answer(DAY, 6, 2));
    ledger.noteUnchanged(DAY, answer(DAY, 6, 2), NOON);
    publish(DAY, answer(DAY, 0, 3));
    publish(DAY, answer(DAY, 7, 4));

    String file = DAY.file("parquet");
    assertThat(query("SELECT * FROM changes"))
        .containsExactly(
            "2024-03-01T12:00:01Z|viewers|2024-02-29|%s|published|1|5|500".formatted(file),
            "2024-03-01T12:00:02Z|viewers|2024-02-29|%s|replaced|2|6|600".formatted(file),
            "2024-03-01T12:00:00Z|viewers|2024-02-29|%s|unchanged|2|6|600".formatted(file),
            "2024-03-01T12:00:03Z|viewers|2024-02-29|%s|replaced|3|0|".formatted(file),
            "2024-03-01T12:00:04Z|viewers|2024-02-29|%s|replaced|4|7|700".formatted(file));
  }

  @Test
  void keepTheTimeAtWhichAnUnchangedFileWasPublished() throws Exception {
    publish(DAY, answer(DAY, 5));
    ledger.noteUnchanged(DAY, answer(DAY, 5), NOON.plusSeconds(60));

    assertThat(query("SELECT published_at FROM files")).containsExactly("2024-03-01T12:00:01Z");
  }

  @Test
  void showAnObjectOnlyWhenMoreThanItsUploadsChanged() throws Exception {
    see(0, "{\"id\":7,\"label\":\"A\",\"tags\":[1,2],\"last_seen\":\"1\"}");
    see(1, "{\"tags\":[1,2],\"last_seen\":\"2\",\"last_ots_uploaded\":3,\"label\":\"A\",\"id\":7}");
    see(2, "{\"last_upload_timestamp\":null,\"id\":7,\"label\":\"A\",\"tags\":[1,2]}");
    see(3, "{\"id\":7,\"label\":\"A\",\"tags\":[2,1]}");
    see(4, "{\"id\":7,\"label\":\"B\",\"tags\":[2,1]}");

    assertThat(query("SELECT * FROM topology"))
        .containsExactly(
            "2024-03-01T12:00:00Z|location|7|{\"id\":7,\"label\":\"A\",\"tags\":[1,2],\"last_seen\":\"1\"}",
            "2024-03-01T12:00:03Z|location|7|{\"id\":7,\"label\":\"A\",\"tags\":[2,1]}",
            "2024-03-01T12:00:04Z|location|7|{\"id\":7,\"label\":\"B\",\"tags\":[2,1]}");
    assertThat(query("SELECT count(*) FROM topology WHERE id = 7")).containsExactly("3");
    assertThat(ledger.topology().orElseThrow().locations())
        .extracting(Location::json)
        .containsExactly("{\"id\":7,\"label\":\"B\",\"tags\":[2,1]}");
  }

  @Test
  void showNothingNewOfAnObjectThatWasGoneForAWhile() throws Exception {
    see(0, "{\"id\":7}");
    ledger.noteTopology(
        new Topology(List.of(), List.of(), List.of(), List.of(), List.of()), NOON.plusSeconds(1));
    see(2, "{\"id\":7}");

    assertThat(query("SELECT seen_at FROM topology")).containsExactly("2024-03-01T12:00:00Z");
    assertThat(ledger.topology().orElseThrow().locations()).hasSize(1);
  }

  @Test
  void showTheTagsThatThingsHave() throws Exception {
    Id site = new Id("123456789012345678901234567890");
    ledger.noteTagging(
        new TagAssignments(
            Map.of(new Id("7"), List.of("New", "\"Food\"")),
            Map.of(site, List.of("Mall")),
            List.of()),
        NOON);
    ledger.noteTagging(TagAssignments.NONE, NOON.plusSeconds(1));

    assertThat(query("SELECT * FROM topology"))
        .containsExactly(
            "2024-03-01T12:00:00Z|location_tagging|7|{\"tags\":[\"\\\"Food\\\"\",\"New\"]}",
            "2024-03-01T12:00:00Z|site_tagging|%s|{\"tags\":[\"Mall\"]}".formatted(site),
            "2024-03-01T12:00:01Z|location_tagging|7|{\"tags\":[]}",
            "2024-03-01T12:00:01Z|site_tagging|%s|{\"tags\":[]}".formatted(site));
  }

  private void see(int second, String json) {
    Location location =
        new Location(
            new Id("7"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("upload of " + second / 2),
            Optional.empty(),
            Optional.empty(),
            json);
    ledger.noteTopology(
        new Topology(List.of(), List.of(), List.of(location), List.of(), List.of()),
        NOON.plusSeconds(second));
  }

  @Test
  void leaveWhatEachLastUploadWasToTheTables() throws Exception {
    for (int second = 0; second < 5; second++) {
      see(second, "{\"id\":7}");
    }

    assertThat(
            query(
                "SELECT location, seen_at - %s, last_upload FROM upload"
                    .formatted(NOON.getEpochSecond())))
        .containsExactly("7|0|upload of 0", "7|2|upload of 1", "7|4|upload of 2");
  }

  @Test
  void standInAFileThatIsWholeByItself() throws Exception {
    publish(DAY, answer(DAY, 5));

    assertThat(query("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(query("PRAGMA foreign_key_check")).isEmpty();
    assertThat(query("PRAGMA journal_mode")).containsExactly("delete");
    assertThat(target.resolve("_vidiexport").toFile().list()).containsExactly("ledger.db");
  }
}
