package dev.vidiexport.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTargetTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeLink() throws IOException {
    folder = folder.toRealPath();
    Files.createDirectories(folder.resolve("own"));
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("own"));
  }

  private HistoryTarget database(String format, String address) {
    return new HistoryTarget.Database(
        address,
        ProjectCase.SINKS.find(format).orElseThrow(),
        folder.resolve("own").resolve("audience.db"));
  }

  private HistoryTarget server() {
    return database("postgresql", "postgresql:///audience");
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "own/rows.csv", "own/_vidiexport/rows.csv", "link/rows.csv"})
  void isAllThatIsInAFolder(String file) {
    HistoryTarget target = new HistoryTarget.Folder(folder.resolve("own"));

    assertThat(target.standingAt(folder.resolve(file)))
        .contains("in the folder of the history, " + folder.resolve("own"));
    assertThat(target.standingAt(folder.resolve("rows.csv"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audience.db",
        "audience.db-journal",
        "audience.db-wal",
        "audience.db.making",
        "audience.db.making-journal",
        "audience.db-lock",
        "audience.db-lock-holder",
        "audience-2024-01-31.db",
        "audience-2024-01-31.db.making",
      })
  void isALedgerWithItsLockAndItsCopies(String name) {
    String standing =
        "the ledger of the history, %s, or a file that belongs to it"
            .formatted(folder.resolve("own/audience.db"));

    assertThat(server().standingAt(folder.resolve("own").resolve(name))).contains(standing);
    assertThat(server().standingAt(folder.resolve("link").resolve(name))).contains(standing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own",
        "own/rows.csv",
        "own/audience.db.csv",
        "own/audience-2024-01.db",
        "own/audience-2024-01-31.csv",
        "audience.db",
        "audience-2024-01-31.db",
      })
  void isNothingElseBesideALedger(String file) {
    assertThat(server().standingAt(folder.resolve(file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"own/rows.db", "link/rows.db", "hard.db", "soft.db"})
  void isTheFileOfTheDatabase(String file) throws IOException {
    Path rows = Files.createFile(folder.resolve("own/rows.db"));
    Files.createLink(folder.resolve("hard.db"), rows);
    Files.createSymbolicLink(folder.resolve("soft.db"), rows);
    HistoryTarget target = database("sqlite", "sqlite:" + rows);

    assertThat(target.standingAt(folder.resolve(file)))
        .contains("the database of the history, " + rows);
    assertThat(target.standingAt(folder.resolve("own/rows.csv"))).isEmpty();
    assertThat(server().standingAt(rows)).isEmpty();
  }

  @Test
  void isFoundWhereLinksGoRound() throws IOException {
    Path one = folder.resolve("one");
    Files.createSymbolicLink(one, folder.resolve("two"));
    Files.createSymbolicLink(folder.resolve("two"), one);

    assertThat(server().standingAt(one)).isEmpty();
  }
}
