package dev.vidiexport.app.ledger;

import static dev.vidiexport.domain.port.SampleSlices.NOON;
import static dev.vidiexport.domain.port.SampleSlices.failure;
import static dev.vidiexport.domain.port.SampleSlices.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidiexport.app.packaged.OtherSqlite;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerCopiesTest {
  @TempDir private Path target;
  private Path copies;
  private Ledger ledger;

  @BeforeEach
  void open() {
    copies = target.resolve("_vidiexport/backup");
    ledger = TestLedgers.impatient().open(place());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private LedgerPlace place() {
    return LedgerPlace.inFolder(target);
  }

  private List<String> names() throws Exception {
    try (Stream<Path> all = Files.list(copies)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void areOneADayInUtcAndThatOfItsLastMoment() throws Exception {
    ledger.noteRun(new RunStart("a.example.com", NOON));
    ledger.backUp(Instant.parse("2024-02-29T00:00:00Z"));
    ledger.noteRun(new RunStart("a.example.com", NOON.plusSeconds(1)));
    ledger.backUp(Instant.parse("2024-02-29T23:59:59Z"));
    ledger.backUp(Instant.parse("2024-03-01T00:00:00Z"));

    assertThat(names()).containsExactly("ledger-2024-02-29.db", "ledger-2024-03-01.db");
    assertThat(
            OtherSqlite.query(copies.resolve("ledger-2024-02-29.db"), "SELECT count(*) FROM run"))
        .containsExactly("2");
  }

  @Test
  void takeThePlaceOfADamagedLedger() throws Exception {
    ledger.noteRun(new RunStart("a.example.com", NOON));
    ledger.backUp(NOON);
    ledger.close();
    Files.writeString(place().ledger(), "damaged");

    Files.delete(place().ledger());
    Files.copy(copies.resolve("ledger-2024-03-01.db"), place().ledger());

    try (LedgerReader reader = TestLedgers.impatient().read(place()).orElseThrow()) {
      assertThat(reader.host()).contains("a.example.com");
    }
    ledger = TestLedgers.impatient().open(place());
    assertThat(ledger.lastRun()).contains(NOON);
  }

  @Test
  void areTheLastSeven() throws Exception {
    for (int day = 0; day < 9; day++) {
      ledger.backUp(NOON.plus(Duration.ofDays(day)));
    }
    Files.writeString(copies.resolve("ledger-mine.db"), "stays");

    ledger.backUp(NOON.plus(Duration.ofDays(8)));

    assertThat(names())
        .hasSize(8)
        .startsWith("ledger-2024-03-03.db")
        .endsWith("ledger-2024-03-09.db", "ledger-mine.db");
  }

  @Test
  void areTheLastSevenOfTheirOwnLedger() throws Exception {
    Files.createDirectories(copies);
    List<String> ofAnother = List.of("axb-2023-01-01.db", "axb-2023-01-01.db.making");
    for (String name : ofAnother) {
      Files.writeString(copies.resolve(name), "stays");
    }
    LedgerPlace beside = new LedgerPlace(target.resolve("a.b.db"), copies, "a.b");

    try (Ledger other = TestLedgers.impatient().open(beside)) {
      for (int day = 0; day < 9; day++) {
        ledger.backUp(NOON.plus(Duration.ofDays(day)));
        other.backUp(NOON.plus(Duration.ofDays(day)));
      }
    }

    assertThat(names())
        .hasSize(16)
        .startsWith("a.b-2024-03-03.db")
        .containsAll(ofAnother)
        .contains("a.b-2024-03-09.db", "ledger-2024-03-03.db")
        .endsWith("ledger-2024-03-09.db");
  }

  @Test
  void keepTheIdOfTheirLedger() {
    ledger.backUp(NOON);

    LedgerPlace copy = LedgerPlace.file(copies.resolve("ledger-2024-03-01.db"));
    try (LedgerReader reader = TestLedgers.impatient().read(copy).orElseThrow()) {
      assertThat(reader.id()).isPresent().isEqualTo(ledger.id());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "audience.db, audience-2024-03-01.db",
    "a.b.db, a.b-2024-03-01.db",
    "audience.sqlite, audience.sqlite-2024-03-01.db",
    "audience, audience-2024-03-01.db",
    ".db, .db-2024-03-01.db",
  })
  void lieBesideALedgerThatLiesByItself(String name, String copy) {
    LedgerPlace beside = LedgerPlace.file(target.resolve("own").resolve(name));

    try (Ledger other = TestLedgers.impatient().open(beside)) {
      other.backUp(NOON);
    }

    assertThat(target.resolve("own").toFile().list()).containsExactlyInAnyOrder(name, copy);
  }

  @Test
  void areTheLastSevenBesideALedgerAndNothingOfOthers() throws Exception {
    copies = target.resolve("own");
    LedgerPlace beside = LedgerPlace.file(copies.resolve("audience.db"));
    LedgerPlace another = LedgerPlace.file(copies.resolve("audience-2023-01-01.db"));
    TestLedgers.impatient().open(another).close();
    Files.writeString(copies.resolve("audience-2023-01-02.db"), "stays");

    try (Ledger other = TestLedgers.impatient().open(beside)) {
      for (int day = 0; day < 9; day++) {
        other.backUp(NOON.plus(Duration.ofDays(day)));
      }
    }

    assertThat(names())
        .hasSize(10)
        .startsWith("audience-2023-01-01.db", "audience-2023-01-02.db", "audience-2024-03-03.db")
        .endsWith("audience-2024-03-09.db", "audience.db");
  }

  @Test
  void replaceNoFileOfOthers() throws Exception {
    copies = target.resolve("own");
    LedgerPlace beside = LedgerPlace.file(copies.resolve("audience.db"));
    Path inTheWay = copies.resolve("audience-2024-03-01.db");

    try (Ledger other = TestLedgers.impatient().open(beside)) {
      OtherSqlite.query(inTheWay, "CREATE TABLE mine (x)");
      byte[] before = Files.readAllBytes(inTheWay);

      ExportException failure =
          catchThrowableOfType(ExportException.class, () -> other.backUp(NOON));

      assertThat(failure.reason()).isEqualTo(FailureReason.LEDGER_UNUSABLE);
      assertThat(failure)
          .hasMessage(
              "The ledger cannot be copied to %s: another file has this name, which is no copy of"
                      .formatted(inTheWay)
                  + " this ledger.");
      assertThat(inTheWay).hasBinaryContent(before);
      other.backUp(NOON.plus(Duration.ofDays(1)));
      other.backUp(NOON.plus(Duration.ofDays(1)));
    }
  }

  @Test
  void leaveNothingOfThoseThatWereCut() throws Exception {
    Files.createDirectories(copies);
    Files.writeString(copies.resolve("ledger-2024-02-01.db.making"), "cut");
    Files.writeString(copies.resolve("ledger-2024-02-01.db.making-journal"), "cut");
    Files.writeString(copies.resolve("ledger-2024-03-01.db.making"), "cut");

    ledger.backUp(NOON);

    assertThat(names()).containsExactly("ledger-2024-03-01.db");
    assertThat(OtherSqlite.query(copies.resolve("ledger-2024-03-01.db"), "PRAGMA integrity_check"))
        .containsExactly("ok");
  }

  @Test
  void sayWhichCopyCannotBeMadeAndHarmNothing() throws Exception {
    ledger.backUp(NOON);
    Files.createDirectories(copies.resolve("ledger-2024-03-02.db.making/in the way"));

    ExportException failure =
        catchThrowableOfType(
            ExportException.class, () -> ledger.backUp(NOON.plus(Duration.ofDays(1))));

    assertThat(failure.reason()).isEqualTo(FailureReason.LEDGER_UNUSABLE);
    assertThat(failure)
        .hasMessageStartingWith(
            "The ledger cannot be copied to %s: "
                .formatted(copies.resolve("ledger-2024-03-02.db")));
    assertThat(names()).contains("ledger-2024-03-01.db").doesNotContain("ledger-2024-03-02.db");
    ledger.noteRun(new RunStart("a.example.com", NOON));
  }

  @Test
  void areNotMadeOfALedgerThatIsDamaged() throws Exception {
    ledger.backUp(NOON);
    for (int window = 1; window <= 200; window++) {
      SliceKey key =
          slice(
              "viewers", LocalDate.parse("2024-01-01").plusDays(window).toString(), 1056 + window);
      ledger.noteFailed(key, failure());
    }
    ledger.close();
    byte[] content = Files.readAllBytes(place().ledger());
    Arrays.fill(content, content.length - 4096, content.length, (byte) 0x5a);
    Files.write(place().ledger(), content);
    ledger = TestLedgers.impatient().open(place());

    ExportException failure =
        catchThrowableOfType(
            ExportException.class, () -> ledger.backUp(NOON.plus(Duration.ofDays(1))));

    assertThat(failure.reason()).isEqualTo(FailureReason.LEDGER_DAMAGED);
    assertThat(names()).contains("ledger-2024-03-01.db").doesNotContain("ledger-2024-03-02.db");
  }
}
