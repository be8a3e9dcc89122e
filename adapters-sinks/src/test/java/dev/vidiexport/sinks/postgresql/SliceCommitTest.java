package dev.vidiexport.sinks.postgresql;

import static dev.vidiexport.sinks.postgresql.Histories.COLUMNS;
import static dev.vidiexport.sinks.postgresql.Histories.SLICE;
import static dev.vidiexport.sinks.postgresql.Histories.VIEWERS;
import static dev.vidiexport.sinks.postgresql.Histories.committed;
import static dev.vidiexport.sinks.postgresql.Histories.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a run finds that comes after one whose COMMIT was never answered. */
@ExtendWith(PostgresServerExtension.class)
class SliceCommitTest {
  /** As a statement of its own, which ends with NUL on the wire. */
  private static final String COMMIT = "COMMIT\0";

  private PostgresServer server;
  private Histories histories;

  @BeforeEach
  void makeUser(PostgresServer started) throws IOException {
    server = started;
    histories = Histories.of(started);
    histories.publish(SLICE, 1, counts(1));
  }

  @Test
  void tellsLaterWhetherWhatWasLostInMidCommitIsThere() throws Exception {
    for (boolean isThere : new boolean[] {false, true}) {
      CommittedSlice next = committed(SLICE, 2, 2);
      try (CutConnection way = way(isThere);
          SliceWriter writer = histories.by(way).writer();
          SliceSink sink = Histories.staged(writer, SLICE, counts(7, 8))) {
        assertThatThrownBy(() -> sink.publish(next, COLUMNS))
            .isInstanceOf(CommitUncertainException.class)
            .hasMessage(
                "the connection to the server 127.0.0.1:%s was lost while the rows were committed,"
                    + " so that nobody here knows whether they are there",
                way.port());
      }
      histories.exports().awaitNobody();
      try (SliceWriter writer = histories.writer()) {
        assertThat(writer.committed(VIEWERS, SLICE))
            .contains(isThere ? next : committed(SLICE, 1, 1));
      }
      assertThat(histories.counted()).hasSize(isThere ? 2 : 1);
    }
  }

  @Test
  void tellsLaterWhetherARemovalThatWasLostInMidCommitWasDone() throws Exception {
    for (boolean isDone : new boolean[] {false, true}) {
      CommittedSlice none = committed(SLICE, 2, 0);
      try (CutConnection way = way(isDone);
          SliceWriter writer = histories.by(way).writer()) {
        assertThatThrownBy(() -> writer.remove(VIEWERS, none))
            .isInstanceOf(CommitUncertainException.class);
      }
      histories.exports().awaitNobody();
      try (SliceWriter writer = histories.writer()) {
        assertThat(writer.committed(VIEWERS, SLICE))
            .contains(isDone ? none : committed(SLICE, 1, 1));
      }
      assertThat(histories.counted()).hasSize(isDone ? 0 : 1);
    }
  }

  private CutConnection way(boolean reachesServer) throws IOException {
    return reachesServer
        ? CutConnection.beforeClientKnows(COMMIT, server.port())
        : CutConnection.beforeServerHas(COMMIT, server.port());
  }

  /** A run that is dead to everybody but the server, which has still to do what it asked for. */
  @Test
  void saysNothingAsLongAsTheServerMayStillCommit() throws Exception {
    SliceWriter dead = histories.patient().writer();
    try (Connection other = histories.otherProgram();
        Statement statement = other.createStatement();
        SliceSink sink = Histories.staged(dead, SLICE, counts(7, 8))) {
      statement.execute("LOCK TABLE viewers IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<Void> publication = CompletableFuture.runAsync(() -> publish(sink));
      histories.awaitWaiting();
      histories.endHolders();
      try (SliceWriter writer = histories.writer()) {
        assertThatThrownBy(() -> writer.committed(VIEWERS, SLICE))
            .isInstanceOf(IOException.class)
            .hasMessage(
                "the server is still putting rows in place for a run before this one, and has not"
                    + " ended within 0 s. Wait until it has.");
      }
      other.rollback();
      publication.join();
      dead.close();
      try (SliceWriter writer = histories.writer()) {
        assertThat(writer.committed(VIEWERS, SLICE)).contains(committed(SLICE, 2, 2));
      }
    } finally {
      dead.close();
    }
  }

  private static void publish(SliceSink sink) {
    try {
      sink.publish(committed(SLICE, 2, 2), COLUMNS);
    } catch (IOException failure) {
      throw new CompletionException(failure);
    }
  }

  @Test
  void waitsUntilTheServerHasCommitted() throws Exception {
    try (Connection other = histories.otherProgram();
        Statement statement = other.createStatement();
        SliceWriter writer = histories.patient().writer()) {
      statement.execute("SELECT pg_advisory_xact_lock_shared(%s)".formatted(rowsKey()));
      statement.execute("UPDATE _vidiexport_slices SET revision = 2, rows = 0, fingerprint = 'f2'");
      CompletableFuture<Optional<CommittedSlice>> answer =
          CompletableFuture.supplyAsync(() -> committedBy(writer));
      histories.awaitWaiting();
      assertThat(answer).isNotDone();

      other.commit();

      assertThat(answer.join()).contains(committed(SLICE, 2, 0));
    }
  }

  private long rowsKey() {
    SchemaStanding schema = new SchemaStanding(histories.exports().schema(), 0, true);
    return new HistoryTable(schema, VIEWERS.name()).rowsKey();
  }

  /** Each history has a table of its own, and what is known of all of them is in one. */
  @Test
  void doesNotWaitForAnotherHistory() throws Exception {
    SliceTable visits = new SliceTable(Optional.empty(), "visits");
    SliceTarget others = histories.target(Histories.OTHER_LEDGER, visits);
    try (Connection program = histories.otherProgram();
        Statement statement = program.createStatement();
        SliceWriter other = histories.patient().tables().write(others);
        SliceWriter writer = histories.writer()) {
      other.remove(visits, committed(SLICE, 1, 0));
      statement.execute("SELECT 1 FROM _vidiexport_slices WHERE \"table\" = 'visits' FOR UPDATE");
      CompletableFuture<Void> removal =
          CompletableFuture.runAsync(() -> remove(other, visits, committed(SLICE, 2, 0)));
      histories.awaitWaiting();

      assertThat(writer.committed(VIEWERS, SLICE)).contains(committed(SLICE, 1, 1));

      assertThat(removal).isNotDone();
      program.rollback();
      removal.join();
      assertThat(other.committed(visits, SLICE)).contains(committed(SLICE, 2, 0));
    }
  }

  private static void remove(SliceWriter writer, SliceTable table, CommittedSlice none) {
    try {
      writer.remove(table, none);
    } catch (IOException failure) {
      throw new CompletionException(failure);
    }
  }

  private static Optional<CommittedSlice> committedBy(SliceWriter writer) {
    try {
      return writer.committed(VIEWERS, SLICE);
    } catch (IOException failure) {
      throw new CompletionException(failure);
    }
  }

  @Test
  void showsNothingOfWhatIsGoingOnBeforeItIsCommitted() throws Exception {
    try (SliceWriter writer = histories.writer();
        SliceSink sink = Histories.staged(writer, SLICE, counts(7, 8))) {
      assertThat(histories.counted()).containsExactly("1");
      assertThat(writer.committed(VIEWERS, SLICE)).contains(committed(SLICE, 1, 1));

      sink.publish(committed(SLICE, 2, 2), COLUMNS);

      assertThat(histories.counted()).containsExactly("7", "8");
    }
  }

  @Test
  void keepsWhatWasThereWhenTheConnectionIsLostBeforeCommitting() throws Exception {
    try (SliceWriter writer = histories.writer();
        SliceSink sink = Histories.staged(writer, SLICE, counts(7, 8))) {
      histories
          .exports()
          .query(
              "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = '%s'"
                  .formatted(histories.exports().schema()));

      assertThatThrownBy(() -> sink.publish(committed(SLICE, 2, 2), COLUMNS))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(CommitUncertainException.class)
          .hasMessageStartingWith(
              "the connection to the server 127.0.0.1:%s was lost: ".formatted(server.port()))
          .hasMessageEndingWith("Look whether it runs, and run it again.");
    }
    assertThat(histories.counted()).containsExactly("1");
  }

  /** The rows that were counted when they came are those that are put in their place. */
  @Test
  void refusesAnotherNumberOfRowsThanWasWritten() throws Exception {
    try (SliceWriter writer = histories.writer();
        SliceSink sink = Histories.staged(writer, SLICE, counts(7, 8))) {
      assertThatThrownBy(() -> sink.publish(committed(SLICE, 2, 3), COLUMNS))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the table \"viewers\" took 2 of the 3 rows of the slice"
                  + " viewers_hourly/2024-01-01/3f9a1c02, which was left as it was. Look for what"
                  + " others have added to the table that keeps rows from it, drop that, and run it"
                  + " again.");
    }
    assertThat(histories.counted()).containsExactly("1");
  }
}
