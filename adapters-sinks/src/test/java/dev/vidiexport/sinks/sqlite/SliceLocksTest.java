package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Histories.FIRST;
import static dev.vidiexport.sinks.sqlite.Histories.SECOND;
import static dev.vidiexport.sinks.sqlite.Histories.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.sinks.database.WriteMode;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Others at a file that keeps a history. */
class SliceLocksTest {
  private static final String LOCKED =
      "another program is using the database, and was waited for 0 s. Run it again when that has"
          + " ended.";
  private static final SampleTable LARGE =
      SampleTable.ofColumn(
          ColumnType.TEXT,
          Collections.nCopies(40, SampleValue.text("x".repeat(100_000)))
              .toArray(SampleValue[]::new));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void fill() throws Exception {
    file = folder.resolve("audience.db");
    Histories.publish(file, FIRST, Exports.VIEWERS);
  }

  /** The rows lie elsewhere until they are published. */
  @Test
  void areNotInTheWayOfRowsThatCome() throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement();
        SliceWriter writer = Histories.impatient(file)) {
      statement.execute("BEGIN EXCLUSIVE");
      try (SliceSink sink = Histories.staged(writer, SECOND, LARGE)) {
        statement.execute("CREATE TABLE other (a)");
        statement.execute("COMMIT");

        sink.publish(Histories.committed(SECOND, LARGE), Histories.numbered(LARGE));
      }
    }
    assertThat(rows()).containsExactly("viewers/2024-01-01/1|2", "viewers/2024-01-02/1|40");
  }

  @Test
  void writeAndReadWhileRowsCome() throws Exception {
    try (SliceWriter writer = Histories.impatient(file);
        SliceSink one = Histories.staged(writer, SECOND, LARGE);
        SliceSink two = Histories.staged(writer, FIRST, LARGE)) {
      Exports.execute(file, "BEGIN EXCLUSIVE", "CREATE TABLE other (a)", "COMMIT");
      one.publish(Histories.committed(SECOND, LARGE), Histories.numbered(LARGE));
      assertThat(rows()).hasSize(2);
      two.publish(Histories.committed(FIRST, LARGE), Histories.numbered(LARGE));
    }
    assertThat(rows()).containsExactly("viewers/2024-01-01/1|40", "viewers/2024-01-02/1|40");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void areSparedTheRowsThatComeAndSoIsMemory() throws Exception {
    try (SliceWriter writer = Histories.impatient(file);
        SliceSink sink = Histories.staged(writer, SECOND, LARGE)) {
      assertThat(temporaryBytes()).isGreaterThan(1_000_000);
      assertThat(sink).isNotNull();
    }
  }

  private static long temporaryBytes() throws IOException {
    long bytes = 0;
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      for (Path each : open.toList()) {
        if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)
            && Files.readSymbolicLink(each).toString().contains("/etilqs_")) {
          bytes += Files.size(each);
        }
      }
    }
    return bytes;
  }

  @Test
  void endWhatNeedsTheFileAndChangeNothing() throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement();
        SliceWriter writer = Histories.impatient(file)) {
      statement.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> Histories.publish(writer, SECOND, LARGE))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage(LOCKED);
      assertThatThrownBy(() -> writer.remove(VIEWERS, new CommittedSlice(FIRST, 2, 0, "f2")))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage(LOCKED);
      assertThatThrownBy(() -> writer.committed(VIEWERS, FIRST)).hasMessage(LOCKED);
      assertThat(writer.has(VIEWERS)).isTrue();
    }
    assertThat(rows()).containsExactly("viewers/2024-01-01/1|2");
  }

  @Test
  void whoReadEndTheCommit() throws Exception {
    try (SliceWriter writer = Histories.impatient(file);
        SliceSink sink = Histories.staged(writer, FIRST, SampleTable.ofColumn(ColumnType.TEXT))) {
      try (Connection other = connect();
          Statement statement = other.createStatement();
          ResultSet reading = statement.executeQuery("SELECT * FROM viewers")) {
        assertThat(reading.next()).isTrue();

        assertThatThrownBy(() -> sink.publish(new CommittedSlice(FIRST, 2, 0, "f2"), List.of()))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                () ->
                    sink.publish(
                        new CommittedSlice(FIRST, 2, 0, "f2"),
                        Histories.numbered(SampleTable.ofColumn(ColumnType.TEXT))))
            .isExactlyInstanceOf(IOException.class)
            .hasMessage(LOCKED);
        assertThat(rows()).containsExactly("viewers/2024-01-01/1|2");
      }
    }
    assertThat(rows()).containsExactly("viewers/2024-01-01/1|2");
    assertThat(folder.toFile().list()).containsExactly("audience.db");
    Histories.publish(file, SECOND, LARGE);
  }

  @Test
  void areWaitedForWithPatience() throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      Patience.Pause pause =
          () -> {
            try {
              statement.execute("COMMIT");
            } catch (SQLException impossible) {
              throw new IllegalStateException(impossible);
            }
            return Duration.ofSeconds(1);
          };
      DatabaseFile patient = new DatabaseFile(file, new Patience(Duration.ofSeconds(2), pause));

      try (SliceWriter writer = Histories.writer(patient)) {
        Histories.publish(writer, SECOND, LARGE);
      }
    }
    assertThat(rows()).hasSize(2);
  }

  @Test
  void areNotWaitedForByAThreadThatIsToEnd() throws Exception {
    DatabaseFile patient = new DatabaseFile(file, Patience.of(Duration.ofMinutes(10)));
    try (Connection other = connect();
        Statement statement = other.createStatement();
        SliceWriter writer = Histories.writer(patient);
        SliceSink sink = Histories.staged(writer, SECOND, LARGE)) {
      for (String lock : List.of("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE")) {
        statement.execute(lock);
        Thread.currentThread().interrupt();

        assertThatThrownBy(
                () -> sink.publish(Histories.committed(SECOND, LARGE), Histories.numbered(LARGE)))
            .isInstanceOf(InterruptedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        statement.execute("COMMIT");
      }
      statement.execute("BEGIN EXCLUSIVE");
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> writer.has(VIEWERS)).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void findNoFileThatWasMadeInVain() throws Exception {
    Path made = folder.resolve("new.db");
    SampleTable wrong = SampleTable.ofColumn(ColumnType.TEXT);
    try (SliceWriter writer = Histories.impatient(made);
        SliceSink sink = Histories.staged(writer, FIRST, Exports.VIEWERS)) {
      assertThatThrownBy(
              () ->
                  sink.publish(
                      Histories.committed(FIRST, wrong), Histories.numbered(Exports.VIEWERS)))
          .isInstanceOf(IOException.class);
    }

    assertThat(folder.toFile().list()).containsExactly("audience.db");
  }

  /** The file that the others have made is gone then, and is made again. */
  @Test
  void ofAnExportThatIsGivenUpLeaveTheFileToTheHistory() throws Exception {
    Path made = folder.resolve("new.db");
    Sink export =
        SqliteSink.open(
            DatabaseFile.of(made),
            new TargetTable("viewers", WriteMode.FAIL),
            Exports.VIEWERS.schema());
    Patience.Pause pause =
        () -> {
          try {
            export.close();
          } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
          }
          return Duration.ofSeconds(1);
        };
    DatabaseFile patient = new DatabaseFile(made, new Patience(Duration.ofSeconds(2), pause));

    try (SliceWriter writer = Histories.writer(patient)) {
      Histories.publish(writer, FIRST, Exports.VIEWERS);
    }

    assertThat(Exports.query(made, "SELECT count(*) FROM viewers")).containsExactly("2");
  }

  @Test
  void keepTheirLogOfChanges() throws Exception {
    Exports.execute(file, "PRAGMA journal_mode = WAL");

    Histories.publish(file, SECOND, LARGE);

    assertThat(rows()).hasSize(2);
    assertThat(Exports.query(file, "PRAGMA journal_mode")).containsExactly("wal");
  }

  private List<String> rows() throws SQLException {
    return Exports.query(
        file, "SELECT _vidiexport_slice, count(*) FROM viewers GROUP BY 1 ORDER BY 1");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
  }
}
