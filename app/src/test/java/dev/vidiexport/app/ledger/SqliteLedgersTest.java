package dev.vidiexport.app.ledger;

import static dev.vidiexport.domain.port.SampleSlices.COLUMNS;
import static dev.vidiexport.domain.port.SampleSlices.IDENTITY;
import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static dev.vidiexport.domain.port.SampleSlices.answer;
import static dev.vidiexport.domain.port.SampleSlices.failure;
import static dev.vidiexport.domain.port.SampleSlices.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.vidiexport.app.packaged.OtherSqlite;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.sqlite.SqliteSinkProvider;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteLedgersTest {
  private static final SliceKey DAY = slice("viewers", "2024-02-29", 1056, 1057);
  private static final LedgerSchema THIS = LedgerSchema.ofThisProgram();

  @TempDir private Path target;

  private static LedgerSchema with(String... more) {
    List<String> steps = new ArrayList<>(THIS.steps());
    steps.addAll(List.of(more));
    return new LedgerSchema(steps);
  }

  private void write(SqliteLedgers ledgers) {
    try (Ledger ledger = ledgers.open(place())) {
      ledger.noteRun(new RunStart("a.example.com", NOON));
      ledger.noteFailed(DAY, failure());
    }
  }

  private LedgerPlace place() {
    return LedgerPlace.inFolder(target);
  }

  private Path file() {
    return place().ledger();
  }

  private static ExportException failureOf(ThrowingCallable call) {
    return catchThrowableOfType(ExportException.class, call);
  }

  private void assertRefused(FailureReason reason, String said) {
    for (ThrowingCallable opening :
        List.<ThrowingCallable>of(
            () -> TestLedgers.impatient().open(place()),
            () -> TestLedgers.impatient().read(place()))) {
      ExportException failure = failureOf(opening);

      assertThat(failure.reason()).isEqualTo(reason);
      assertThat(failure).hasMessage("The ledger %s cannot be used: %s.".formatted(file(), said));
    }
  }

  @Test
  void makeALedgerAndTheFoldersAboveIt() {
    assertMadeBelow("a/b ?c#d%25");
  }

  @Test
  void makeALedgerAtAPathOfItsOwn() {
    LedgerPlace own = LedgerPlace.file(target.resolve("below/audience"));

    TestLedgers.impatient().open(own).close();

    assertThat(target.resolve("below").toFile().list()).containsExactly("audience");
    assertThat(TestLedgers.impatient().isThere(own)).isTrue();
  }

  @Test
  @EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
  void makeALedgerInAFolderOfAnyName() {
    assertMadeBelow("a/b ü?c#d%25");
  }

  private void assertMadeBelow(String name) {
    Path below = target.resolve(name);

    TestLedgers.impatient().open(LedgerPlace.inFolder(below)).close();

    assertThat(LedgerPlace.inFolder(below).ledger()).isRegularFile();
    assertThat(below.resolve("_vidiexport").toFile().list()).containsExactly("ledger.db");
  }

  @Test
  void shareNoFileWithTablesOfOthers() {
    write(TestLedgers.impatient());
    SqliteSinkProvider sqlite = new SqliteSinkProvider();
    SinkCheck check =
        new SinkCheck(SinkOptions.of(sqlite, Map.of()), Optional.of(file().toString()));

    assertThatThrownBy(() -> sqlite.check(check))
        .isInstanceOf(IOException.class)
        .hasMessage("it is the ledger of a history");
  }

  @Test
  void readNothingWhereNothingIs() {
    assertThat(TestLedgers.impatient().read(place())).isEmpty();
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void readWhatWasWrittenAndWriteNothing() throws Exception {
    write(TestLedgers.impatient());
    byte[] before = Files.readAllBytes(file());

    try (LedgerReader reader = TestLedgers.impatient().read(place()).orElseThrow()) {
      List<SliceRecord> slices = new ArrayList<>();
      reader.slices("viewers", slices::add);

      assertThat(slices).extracting(SliceRecord::state).containsExactly(SliceState.FAILED);
      assertThat(reader.lastRun()).contains(NOON);
    }

    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void haveReadersSeeWhatTheLastTransactionLeft() {
    write(TestLedgers.impatient());
    try (Ledger ledger = TestLedgers.impatient().open(place());
        LedgerReader reader = TestLedgers.impatient().read(place()).orElseThrow()) {
      assertThat(reader.lastRun()).contains(NOON);

      ledger.noteRun(new RunStart("a.example.com", NOON.plusSeconds(1)));

      assertThat(reader.lastRun()).contains(NOON.plusSeconds(1));
    }
  }

  @Test
  void refuseAFileThatIsNoDatabase() throws Exception {
    write(TestLedgers.impatient());
    Files.writeString(file(), "This is a text that is longer than any header. ".repeat(50));

    assertRefused(FailureReason.LEDGER_DAMAGED, "it is damaged");
  }

  @Test
  void refuseAnEmptyFile() throws Exception {
    write(TestLedgers.impatient());
    Files.write(file(), new byte[0]);

    assertRefused(FailureReason.LEDGER_DAMAGED, "it is empty");
  }

  @Test
  void refuseAFolder() throws Exception {
    Files.createDirectories(file());

    assertRefused(FailureReason.LEDGER_DAMAGED, "it is no file");
  }

  @Test
  void refuseADatabaseOfAnotherProgram() throws Exception {
    Files.createDirectories(file().getParent());
    OtherSqlite.query(file(), "CREATE TABLE mine (x)");

    assertRefused(FailureReason.LEDGER_DAMAGED, "it is no ledger of this program");
  }

  @Test
  void refuseToMakeALedgerWhereOneWentAndItsJournalStayed() throws Exception {
    write(TestLedgers.impatient());
    Files.move(file(), file().resolveSibling("ledger.db-journal"));

    assertRefused(FailureReason.LEDGER_DAMAGED, "it is gone, and its journal is still there");
  }

  @Test
  void refuseALedgerOfANewerVersion() {
    write(TestLedgers.impatient(with("CREATE TABLE later (x ANY) STRICT")));

    assertRefused(
        FailureReason.LEDGER_NEWER,
        "it was written by a newer version of this program (ledger version %s, and this one knows %s)"
            .formatted(THIS.steps().size() + 1, THIS.steps().size()));
  }

  @Test
  void bringAnOlderLedgerUpToDate() throws Exception {
    write(TestLedgers.impatient());
    LedgerSchema newer =
        with(
            "ALTER TABLE run ADD COLUMN note TEXT; UPDATE run SET note = 'old ' || host",
            "CREATE VIEW notes AS SELECT note FROM run");

    try (Ledger ledger = TestLedgers.impatient(newer).open(place())) {
      assertThat(ledger.host()).contains("a.example.com");
      assertThat(ledger.exports()).hasSize(1);
    }

    assertThat(OtherSqlite.query(file(), "SELECT note FROM notes"))
        .containsExactly("old a.example.com");
    assertThat(OtherSqlite.query(file(), "PRAGMA user_version"))
        .containsExactly(String.valueOf(THIS.steps().size() + 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void takeTheColumnsOfAnOlderLedgerForPlainOnesThatWereReceived(int version) throws Exception {
    LedgerSchema older = new LedgerSchema(THIS.steps().subList(0, version));
    TestLedgers.impatient(older).open(place()).close();
    OtherSqlite.query(file(), "INSERT INTO export VALUES (1, 'viewers')");
    OtherSqlite.query(
        file(),
        "INSERT INTO export_column VALUES (1, 1, 'location_id', 'location_id', 'whole'),"
            + " (1, 2, 'date', 'date_2', 'text')");

    try (Ledger ledger = TestLedgers.impatient().open(place())) {
      assertThat(ledger.columns("viewers")).isEqualTo(COLUMNS);
      NumberedColumn added =
          new NumberedColumn(
              3, "period_date", "period_date", ColumnType.TEXT, ColumnMeaning.DATE, true);
      ledger.notePublishing(DAY, answer(DAY, 5), IDENTITY, List.of(added), SliceFacts.NONE);
      ledger.notePublished(DAY, NOON);
    }

    assertThat(OtherSqlite.query(file(), "PRAGMA user_version"))
        .containsExactly(String.valueOf(THIS.steps().size()));
    try (LedgerReader reader = TestLedgers.impatient().read(place()).orElseThrow()) {
      assertThat(reader.columns("viewers"))
          .extracting(NumberedColumn::added, NumberedColumn::meaning)
          .containsExactly(
              tuple(false, ColumnMeaning.PLAIN),
              tuple(false, ColumnMeaning.PLAIN),
              tuple(true, ColumnMeaning.DATE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void giveAnOlderLedgerAnIdThatStays(int version) {
    TestLedgers.impatient(new LedgerSchema(THIS.steps().subList(0, version))).open(place()).close();

    Optional<String> id;
    try (Ledger ledger = TestLedgers.impatient().open(place())) {
      id = ledger.id();
    }

    assertThat(id).get().asString().matches("[0-9a-f]{32}");
    try (LedgerReader reader = TestLedgers.impatient().read(place()).orElseThrow()) {
      assertThat(reader.id()).isEqualTo(id);
    }
  }

  @Test
  void takeALedgerWithoutItsIdForDamaged() throws Exception {
    write(TestLedgers.impatient());
    OtherSqlite.query(file(), "DELETE FROM ledger");

    try (LedgerReader reader = TestLedgers.impatient().read(place()).orElseThrow()) {
      assertThat(failureOf(reader::id).reason()).isEqualTo(FailureReason.LEDGER_DAMAGED);
    }
  }

  @Test
  void leaveAnOlderLedgerAsItIsWhenAStepFails() throws Exception {
    write(TestLedgers.impatient());
    byte[] before = Files.readAllBytes(file());
    LedgerSchema broken = with("ALTER TABLE run ADD COLUMN note TEXT", "DROP TABLE nobody");

    assertThatThrownBy(() -> TestLedgers.impatient(broken).open(place()))
        .isInstanceOf(ExportException.class)
        .hasMessageNotContaining("nobody");

    assertThat(file()).hasBinaryContent(before);
    TestLedgers.impatient().open(place()).close();
  }

  @Test
  void haveNoReaderBringALedgerUpToDate() throws Exception {
    write(TestLedgers.impatient());
    byte[] before = Files.readAllBytes(file());

    ExportException failure =
        failureOf(
            () ->
                TestLedgers.impatient(with("ALTER TABLE run ADD COLUMN note TEXT")).read(place()));

    assertThat(failure.reason()).isEqualTo(FailureReason.LEDGER_OLDER);
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void tellThatAPageIsDamagedOnlyWhenItIsRead() throws Exception {
    try (Ledger ledger = TestLedgers.impatient().open(place())) {
      for (int location = 1; location <= 200; location++) {
        ledger.noteFailed(slice("viewers", "2024-02-29", location), failure());
      }
    }
    byte[] content = Files.readAllBytes(file());
    java.util.Arrays.fill(content, content.length / 2, content.length, (byte) 0x5a);
    Files.write(file(), content);

    ExportException failure =
        failureOf(
            () -> {
              try (LedgerReader reader = TestLedgers.impatient().read(place()).orElseThrow()) {
                reader.slices("viewers", slice -> {});
              }
            });

    assertThat(failure.reason()).isEqualTo(FailureReason.LEDGER_DAMAGED);
    assertThat(failure.getMessage()).doesNotContain("SELECT", "slice");
  }

  @Test
  void tellThatTablesAreMissing() throws Exception {
    write(TestLedgers.impatient());
    OtherSqlite.query(file(), "DROP VIEW files");
    OtherSqlite.query(file(), "DROP TABLE slice");

    try (Ledger ledger = TestLedgers.impatient().open(place())) {
      ExportException failure = failureOf(() -> ledger.noteFailed(DAY, failure()));

      assertThat(failure.reason()).isEqualTo(FailureReason.LEDGER_DAMAGED);
      assertThat(failure).hasMessageEndingWith("it is damaged.");
    }
  }

  @Test
  void tellThatAnotherProgramHoldsIt() {
    write(TestLedgers.impatient());
    try (Ledger ledger = TestLedgers.impatient().open(place());
        LedgerReader reader = TestLedgers.impatient().read(place()).orElseThrow();
        LedgerConnection other = LedgerConnection.writing(file(), Duration.ZERO)) {
      other.change(
          () -> {
            other.execute("UPDATE run SET host = 'b.example.com'");
            other.execute("PRAGMA cache_spill = 0");
            assertThat(failureOf(() -> ledger.noteFailed(DAY, failure())).reason())
                .isEqualTo(FailureReason.LEDGER_HELD);
            assertThat(reader.host()).contains("a.example.com");
          });

      assertThat(reader.host()).contains("b.example.com");
      ledger.noteFailed(DAY, failure());
    }
  }

  @Test
  void haveAReaderWaitForAWriterNoLongerThanItsPatience() throws Exception {
    write(TestLedgers.impatient());
    try (LedgerConnection other = LedgerConnection.writing(file(), Duration.ZERO)) {
      other.execute("BEGIN EXCLUSIVE");

      assertThat(failureOf(() -> TestLedgers.impatient().read(place())).reason())
          .isEqualTo(FailureReason.LEDGER_HELD);

      other.execute("COMMIT");
    }
    TestLedgers.impatient().read(place()).orElseThrow().close();
  }

  @Test
  void loseNothingOfTheRestWhenTheDiskIsFull() {
    write(TestLedgers.impatient());
    try (Ledger ledger = TestLedgers.impatient().open(place())) {
      publish(ledger, 5);
    }
    try (LedgerConnection connection = LedgerConnection.writing(file(), Duration.ZERO)) {
      Ledger full = new SqliteLedger(connection, new LedgerCopies(place(), connection));
      connection.read(() -> connection.number("PRAGMA max_page_count = 1"));
      SliceKey large =
          slice(
              "viewers",
              "2024-02-29",
              java.util.stream.LongStream.rangeClosed(1, 50_000).toArray());

      ExportException failure = failureOf(() -> full.noteAsked(large, NOON));

      assertThat(failure.reason()).isEqualTo(FailureReason.LEDGER_DISK_FULL);
      List<SliceRecord> slices = new ArrayList<>();
      full.slices("viewers", slices::add);
      assertThat(slices).extracting(SliceRecord::key).containsExactly(DAY);
      full.noteAsked(DAY, NOON);
    }
  }

  private static void publish(Ledger ledger, long rows) {
    ledger.notePublishing(DAY, answer(DAY, rows), IDENTITY, COLUMNS, SliceFacts.NONE);
    ledger.notePublished(DAY, NOON);
  }

  @Test
  void tellThatAFolderIsInTheWay() throws Exception {
    Files.write(target.resolve("_vidiexport"), "a file".getBytes(StandardCharsets.US_ASCII));

    ExportException failure = failureOf(() -> TestLedgers.impatient().open(place()));

    assertThat(failure.reason()).isEqualTo(FailureReason.LEDGER_UNUSABLE);
    assertThat(failure).hasMessageContaining("a file is in the way");
  }

  @Test
  void makeALedgerAgainWhoseMakingWasCut() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file().resolveSibling("ledger.db.making"), "cut");
    Files.writeString(file().resolveSibling("ledger.db.making-journal"), "cut");

    TestLedgers.impatient().open(place()).close();

    assertThat(file().getParent().toFile().list()).containsExactly("ledger.db");
  }
}
