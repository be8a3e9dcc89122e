package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Exports.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.database.WriteMode;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs at the same file. */
class LocksTest {
  private static final TargetTable TABLE = new TargetTable("viewers", WriteMode.APPEND);
  private static final String LOCKED =
      "another program is using the database, and was waited for 0 s. Run it again when that has"
          + " ended.";
  private static final String ENDED =
      "another program is using the database, and the wait for it was ended. Run it again when that"
          + " has ended.";

  @TempDir private Path folder;
  private final List<String> waits = new ArrayList<>();
  private DatabaseFile file;

  @BeforeEach
  void fill() throws Exception {
    file = new DatabaseFile(folder.resolve("audience.db"), Patience.of(Duration.ZERO));
    Exports.execute(
        file.path(),
        "CREATE TABLE viewers (location_id INT, period_start TEXT)",
        "INSERT INTO viewers VALUES (7, 'old')");
  }

  @Test
  void areWaitedForTenSeconds() {
    assertThat(DatabaseFile.of(folder).patience().limit()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void ofAnotherWriterEndTheCheckAndTheRun() throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> file.check(TABLE))
          .isInstanceOf(IOException.class)
          .hasMessage(LOCKED);
      assertThatThrownBy(() -> SqliteSink.open(file, TABLE, VIEWERS.schema())).hasMessage(LOCKED);
    }
    Exports.write(file.path(), VIEWERS, options());
  }

  @Test
  void thatAreGivenUpInTimeAreWaitedFor() throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");

      waitingFor(file.path(), () -> statement.execute("COMMIT")).check(TABLE);
    }
    assertThat(waits).containsExactly("pause");
  }

  /** What the others have made is gone then, and is made again. */
  @Test
  void ofARunThatIsGivenUpLeaveTheFileToTheNext() throws Exception {
    Path made = folder.resolve("new.db");
    Sink first = SqliteSink.open(DatabaseFile.of(made), TABLE, VIEWERS.schema());

    try (Sink second = SqliteSink.open(waitingFor(made, first::close), TABLE, VIEWERS.schema())) {
      Exports.feed(VIEWERS, second);
      second.commit(Exports.provenance(VIEWERS));
    }

    assertThat(waits).containsExactly("pause");
    assertThat(Exports.query(made, "SELECT count(*) FROM viewers")).containsExactly("2");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("audience.db", "new.db");
  }

  @Test
  void ofARunThatIsGivenUpLeaveNothingToCheck() throws Exception {
    Path made = folder.resolve("new.db");
    Sink first = SqliteSink.open(DatabaseFile.of(made), TABLE, VIEWERS.schema());

    waitingFor(made, first::close).check(TABLE);

    assertThat(waits).containsExactly("pause");
    assertThat(made).doesNotExist();
  }

  @Test
  void keepAnEmptyFileForTheOneWhoHasThem() throws Exception {
    DatabaseFile made = new DatabaseFile(folder.resolve("new.db"), Patience.of(Duration.ZERO));
    try (Sink next = SqliteSink.open(made, TABLE, VIEWERS.schema())) {
      made.removeIfEmpty();

      assertThat(made.path()).isEmptyFile();
      next.commit(Exports.provenance(VIEWERS));
    }
    made.removeIfEmpty();
    assertThat(Exports.query(made.path(), "SELECT count(*) FROM viewers")).containsExactly("0");
  }

  @Test
  void areGivenUpAfterADefect() throws Exception {
    DatabaseFile made = new DatabaseFile(folder.resolve("new.db"), Patience.of(Duration.ZERO));

    for (DatabaseFile target : List.of(file, made)) {
      assertThatThrownBy(() -> SqliteSink.open(target, TABLE, null))
          .isInstanceOf(NullPointerException.class);
    }

    Exports.execute(file.path(), "INSERT INTO viewers VALUES (8, 'next')");
    assertThat(made.path()).doesNotExist();
  }

  private DatabaseFile waitingFor(Path path, Ending ending) {
    Patience.Pause pause =
        () -> {
          waits.add("pause");
          try {
            ending.end();
          } catch (IOException | SQLException impossible) {
            throw new IllegalStateException(impossible);
          }
          return Duration.ofSeconds(1);
        };
    return new DatabaseFile(path, new Patience(Duration.ofSeconds(2), pause));
  }

  /** What gives a lock up. */
  private interface Ending {
    void end() throws IOException, SQLException;
  }

  @Test
  void areNotWaitedForByAThreadThatIsToEnd() throws Exception {
    DatabaseFile patient = new DatabaseFile(file.path(), Patience.of(Duration.ofMinutes(10)));
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> SqliteSink.open(patient, TABLE, VIEWERS.schema()))
          .isInstanceOf(InterruptedIOException.class)
          .hasMessage(ENDED);

      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void areNotWaitedForByACommitThatIsToEnd() throws Exception {
    DatabaseFile patient = new DatabaseFile(file.path(), Patience.of(Duration.ofMinutes(10)));
    try (Connection other = connect();
        Statement statement = other.createStatement();
        ResultSet reading = statement.executeQuery("SELECT * FROM viewers");
        Sink sink = SqliteSink.open(patient, TABLE, VIEWERS.schema())) {
      assertThat(reading.next()).isTrue();
      Exports.feed(VIEWERS, sink);
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> sink.commit(Exports.provenance(VIEWERS)))
          .isInstanceOf(InterruptedIOException.class)
          .hasMessage(ENDED);

      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(rows()).containsExactly("7|old");
  }

  @Test
  void ofAReaderEndTheCommit() throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement();
        ResultSet reading = statement.executeQuery("SELECT * FROM viewers")) {
      assertThat(reading.next()).isTrue();
      try (Sink sink = SqliteSink.open(file, TABLE, VIEWERS.schema())) {
        Exports.feed(VIEWERS, sink);

        assertThatThrownBy(() -> sink.commit(Exports.provenance(VIEWERS)))
            .isExactlyInstanceOf(IOException.class)
            .hasMessage(LOCKED);
      }
      // Closed it has given up all, with the reader still there.
      assertThat(folder.toFile().list()).containsExactly("audience.db");
    }
    Exports.execute(file.path(), "INSERT INTO viewers VALUES (8, 'next')");
    assertThat(rows()).containsExactly("7|old", "8|next");
  }

  /** What came after the commit would fail for the lock of the next, with the rows being there. */
  @Test
  void areForOthersAsSoonAsTheRowsAreCommitted() throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement();
        Sink sink = SqliteSink.open(file, TABLE, VIEWERS.schema())) {
      Exports.feed(VIEWERS, sink);
      sink.commit(Exports.provenance(VIEWERS));

      statement.execute("PRAGMA busy_timeout = 0");
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("INSERT INTO viewers VALUES (8, 'next')");
      statement.execute("COMMIT");
    }
    assertThat(rows()).hasSize(4).startsWith("7|old").endsWith("8|next");
  }

  /** SQLite would take more and more memory instead, and wait as long again for every page. */
  @Test
  void ofAReaderEndTheRunWhenMemoryIsToBeFreed() throws Exception {
    SampleTable large =
        SampleTable.of(new Column("period_start", ColumnType.TEXT))
            .withRow(SampleValue.text("x".repeat(5_000_000)))
            .withRow(SampleValue.text("y"));
    try (Connection other = connect();
        Statement statement = other.createStatement();
        ResultSet reading = statement.executeQuery("SELECT * FROM viewers")) {
      assertThat(reading.next()).isTrue();
      try (Sink sink = SqliteSink.open(file, TABLE, large.schema())) {
        assertThatThrownBy(() -> Exports.feed(large, sink))
            .isInstanceOf(IOException.class)
            .hasMessage(LOCKED);
      }
    }
    assertThat(rows()).containsExactly("7|old");
  }

  @Test
  void ofReadersDoNotMatterWhereTheFileHasALogOfChanges() throws Exception {
    Exports.execute(file.path(), "PRAGMA journal_mode = WAL");
    try (Connection other = connect();
        Statement statement = other.createStatement();
        ResultSet reading = statement.executeQuery("SELECT * FROM viewers")) {
      assertThat(reading.next()).isTrue();

      file.check(TABLE);
      try (Sink sink = SqliteSink.open(file, TABLE, VIEWERS.schema())) {
        Exports.feed(VIEWERS, sink);
        assertThat(rows()).containsExactly("7|old");
        sink.commit(Exports.provenance(VIEWERS));
      }
    }
    assertThat(rows()).hasSize(3);
    assertThat(folder.toFile().list()).containsExactly("audience.db");
  }

  private List<String> rows() throws SQLException {
    return Exports.query(file.path(), "SELECT * FROM viewers");
  }

  private static Map<String, String> options() {
    return Map.of("table", "viewers", "mode", "append");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file.path().toUri());
  }
}
