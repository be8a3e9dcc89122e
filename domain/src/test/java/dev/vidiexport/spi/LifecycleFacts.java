package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is true of every sink from its opening to its end, in every order of calls. */
abstract class LifecycleFacts extends ProviderFacts {
  /** Enough for every buffer on the way to overflow several times. */
  static final int MANY_ROWS = 3000;

  private static final int ROWS_PER_BATCH = 5;

  @Test
  void passesItsOwnCheckWhichChangesNothing() throws Exception {
    Path output = freshOutput();
    boolean external = writesTo(TargetKind.EXTERNAL);

    trial().check(external ? Optional.of(externalName(output)) : Optional.empty());

    assertThatNothingIsAt(output, "check");
  }

  @Test
  void leavesNothingWhenClosedWithoutCommit() throws Exception {
    for (int rows : new int[] {0, 1, MANY_ROWS}) {
      SampleTable table = SampleTables.everyType(rows);
      if (writesTo(TargetKind.BYTES)) {
        assertThatAbandoningWritesNoMore(table);
      } else {
        Path output = freshOutput();
        abandon(table, output);
        assertThatNothingIsAt(output, "an attempt of %s rows".formatted(rows));
      }
    }
  }

  private void assertThatAbandoningWritesNoMore(SampleTable table) throws IOException {
    TrialStream stream = new TrialStream(OutputStream.nullOutputStream());
    Sink sink = trial().open(target(stream), table.schema());
    new RowFeeder(table.schema()).feed(table.rows(), MANY_ROWS, sink);
    long before = stream.takenBytes();

    sink.close();

    assertThat(stream.takenBytes()).as("bytes after close").isEqualTo(before);
    assertThat(stream.isClosedBySink()).as("the host's stream is closed").isFalse();
  }

  private void abandon(SampleTable table, Path output) throws IOException {
    try (TrialTarget place = place(output);
        Sink sink = trial().open(place.target(), table.schema())) {
      new RowFeeder(table.schema()).feed(table.rows(), MANY_ROWS, sink);
    }
  }

  private void assertThatNothingIsAt(Path output, String after) {
    if (!writesTo(TargetKind.BYTES)) {
      assertThat(isAbsent(output)).as("nothing is at the target after %s", after).isTrue();
    }
  }

  @Test
  void writesAWholeOutputAfterAnAbandonedAttempt() throws Exception {
    Path output = freshOutput();
    abandon(SampleTables.everyType(MANY_ROWS), output);
    SampleTable table = SampleTables.everyType(10);

    ReadTable read = writeAndRead(table, 3, output);

    assertThat(read).as("the output of the next attempt").isEqualTo(expected(table));
  }

  @Test
  void neitherWritesNorClosesTheStreamOnceItHasCommitted() throws Exception {
    assumeThat(provider().targetKind()).isEqualTo(TargetKind.BYTES);
    SampleTable table = SampleTables.everyType(10);
    TrialStream stream = new TrialStream(OutputStream.nullOutputStream());
    Sink sink = trial().open(target(stream), table.schema());
    new RowFeeder(table.schema()).feed(table.rows(), 3, sink);
    sink.commit(SinkTrial.provenance(10));
    long committed = stream.takenBytes();

    sink.close();
    sink.close();

    assertThat(stream.takenBytes()).as("bytes after commit").isEqualTo(committed);
    assertThat(stream.isClosedBySink()).as("the host's stream is closed").isFalse();
  }

  @Test
  void keepsWhatItCommittedInEveryOrderOfCalls() throws Exception {
    for (CallOrder order : CallOrder.withCommit()) {
      SampleTable table = SampleTables.everyType(order.writes() * ROWS_PER_BATCH);
      Path output = freshOutput();

      assertThatCode(() -> live(order, table, output))
          .as("what %s throws", order)
          .doesNotThrowAnyException();

      assertThat(readBack(output, table.schema()))
          .as("the output of %s", order)
          .isEqualTo(expected(table));
    }
  }

  @Test
  void leavesNothingInEveryOrderOfCallsWithoutCommit() throws Exception {
    for (CallOrder order : CallOrder.withoutCommit()) {
      SampleTable table = SampleTables.everyType(order.writes() * ROWS_PER_BATCH);
      Path output = freshOutput();

      assertThatCode(() -> live(order, table, output))
          .as("what %s throws", order)
          .doesNotThrowAnyException();

      assertThatNothingIsAt(output, order.toString());
    }
  }

  private void live(CallOrder order, SampleTable table, Path output) throws IOException {
    try (TrialTarget place = place(output)) {
      Sink sink = trial().open(place.target(), table.schema());
      new RowFeeder(table.schema()).feed(table.rows(), ROWS_PER_BATCH, sink);
      if (order.commits()) {
        sink.commit(SinkTrial.provenance(table.rows().size()));
      }
      for (int close = 0; close < order.closes(); close++) {
        sink.close();
      }
    }
  }

  /** The host interrupts the thread of a sink that takes too long to let go. */
  @Test
  void leavesNothingWhenItsThreadIsInterrupted() throws Exception {
    assumeThat(provider().targetKind()).isNotEqualTo(TargetKind.BYTES);
    SampleTable table = SampleTables.everyType(MANY_ROWS);
    Path output = freshOutput();
    try (TrialTarget place = place(output)) {
      Sink sink = trial().open(place.target(), table.schema());
      RowFeeder feeder = new RowFeeder(table.schema());
      feeder.feed(table.rows(), MANY_ROWS, sink);

      Thread.currentThread().interrupt();
      Throwable thrown = catchThrowable(() -> feeder.feed(table.rows(), MANY_ROWS, sink));
      Throwable whileClosing = catchThrowable(sink::close);
      Thread.interrupted();

      assertThatItIsNothingButIo(thrown, "what write throws when interrupted");
      assertThatItIsNothingButIo(whileClosing, "what close throws when interrupted");
    }
    assertThatNothingIsAt(output, "an interruption");
  }

  static void assertThatItIsNothingButIo(Throwable thrown, String what) {
    if (thrown != null) {
      assertThat(thrown).as(what).isInstanceOf(IOException.class);
    }
  }
}
