package dev.vidiexport.sinks.postgresql;

import static dev.vidiexport.sinks.postgresql.Histories.SLICE;
import static dev.vidiexport.sinks.postgresql.Histories.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.sinks.server.PostgresServer;
import dev.vidiexport.sinks.server.PostgresServerExtension;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceWriter;
import dev.vidiexport.spi.StandingSlice;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs that are killed at whatever they do. */
@ExtendWith(PostgresServerExtension.class)
class SliceKillTest {
  @Test
  void leaveASliceAsAWholeAndWhatIsKnownOfIt(PostgresServer server) throws Exception {
    Histories histories = Histories.of(server).patient();
    long revision = 0;
    for (int kill = 1; kill <= 5; kill++) {
      PublishingProcess.killAfter(kill, histories.exports().address(), revision);

      CommittedSlice committed;
      try (SliceWriter writer = histories.writer()) {
        committed = writer.committed(VIEWERS, SLICE).orElseThrow();
      }
      assertThat(committed.revision()).isGreaterThanOrEqualTo(revision + kill);
      revision = committed.revision();
      assertThat(committed)
          .isEqualTo(Histories.committed(SLICE, revision, PublishingProcess.rows(revision)));
      try (SliceReader reader = histories.reader()) {
        assertThat(reader.look(VIEWERS, SLICE))
            .isEqualTo(new StandingSlice(Optional.of(committed), committed.rows()));
      }
    }
  }

  /** Otherwise its locks would keep the next run from everything for as long as it takes. */
  @Test
  @Tag("deadline")
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void leaveNothingForTheServerToDo(PostgresServer server) throws Exception {
    Histories histories = Histories.of(server);
    histories.publish(SLICE, 1, Histories.counts(1));
    histories
        .exports()
        .execute(
            "CREATE FUNCTION slowly(bigint) RETURNS boolean LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_sleep(600); RETURN true; END'",
            "ALTER TABLE viewers ADD CHECK (slowly(count)) NOT VALID");
    CutConnection way = CutConnection.beforeServerHas("said by nobody", server.port());
    try (SliceWriter writer = histories.by(way).writer();
        SliceSink sink = Histories.staged(writer, SLICE, Histories.counts(2))) {
      CompletableFuture<Void> publication = CompletableFuture.runAsync(() -> publish(sink));
      histories.awaitSleeping();

      way.close();

      assertThatThrownBy(publication::join).isInstanceOf(CompletionException.class);
      histories.exports().awaitNobody();
    } finally {
      way.close();
    }
    assertThat(histories.counted()).containsExactly("1");
  }

  private static void publish(SliceSink sink) {
    try {
      sink.publish(Histories.committed(SLICE, 2, 1), Histories.COLUMNS);
    } catch (IOException failure) {
      throw new CompletionException(failure);
    }
  }
}
