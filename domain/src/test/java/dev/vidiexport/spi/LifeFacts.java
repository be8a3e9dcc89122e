package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is true of every sink from its opening to its end, and when the target fails it. */
abstract class LifeFacts extends ProviderFacts {
  /** Enough for every buffer on the way to overflow several times. */
  private static final int MANY_ROWS = 3000;

  private static final int PLACES_TO_FILL_UP = 40;

  @Test
  void passesItsOwnCheckWhichChangesNothing() throws Exception {
    Path output = freshOutput();
    boolean external = provider().targetKind() == TargetKind.EXTERNAL;

    trial().check(external ? Optional.of(externalName(output)) : Optional.empty());

    assertThat(isAbsent(output)).as("nothing is at the target").isTrue();
  }

  @Test
  void leavesNothingWhenClosedWithoutCommit() throws Exception {
    for (int rows : new int[] {0, 1, MANY_ROWS}) {
      SampleTable table = SampleTables.everyType(rows);
      if (provider().targetKind() == TargetKind.BYTES) {
        assertThatAbandoningWritesNoMore(table);
      } else {
        Path output = freshOutput();
        abandon(table, target(output));
        assertThat(isAbsent(output)).as("nothing is at the target, rows: %s", rows).isTrue();
      }
    }
  }

  private void assertThatAbandoningWritesNoMore(SampleTable table) throws IOException {
    TrialStream stream = new TrialStream(OutputStream.nullOutputStream(), TrialStream.NEVER_FULL);
    Sink sink = trial().open(new SinkTarget.Bytes(stream, extension()), table.schema());
    new RowFeeder(table.schema()).feed(table.rows(), MANY_ROWS, sink);
    long before = stream.takenBytes();

    sink.close();

    assertThat(stream.takenBytes()).as("bytes after close").isEqualTo(before);
    assertThat(stream.isClosedBySink()).as("the host's stream is closed").isFalse();
  }

  private void abandon(SampleTable table, SinkTarget target) throws IOException {
    try (Sink sink = trial().open(target, table.schema())) {
      new RowFeeder(table.schema()).feed(table.rows(), MANY_ROWS, sink);
    }
  }

  @Test
  void writesAWholeOutputAfterAnAbandonedAttempt() throws Exception {
    assumeThat(provider().targetKind()).isNotEqualTo(TargetKind.BYTES);
    Path output = freshOutput();
    abandon(SampleTables.everyType(MANY_ROWS), target(output));
    SampleTable table = SampleTables.everyType(10);

    ReadTable read = writeAndRead(table, 3, output);

    assertThat(read).isEqualTo(expected(table));
  }

  @Test
  void neitherWritesNorClosesTheStreamOnceItHasCommitted() throws Exception {
    assumeThat(provider().targetKind()).isEqualTo(TargetKind.BYTES);
    SampleTable table = SampleTables.everyType(10);
    TrialStream stream = new TrialStream(OutputStream.nullOutputStream(), TrialStream.NEVER_FULL);
    Sink sink = trial().open(new SinkTarget.Bytes(stream, extension()), table.schema());
    new RowFeeder(table.schema()).feed(table.rows(), 3, sink);
    sink.commit(SinkTrial.provenance(10));
    long committed = stream.takenBytes();

    sink.close();
    sink.close();

    assertThat(stream.takenBytes()).as("bytes after commit").isEqualTo(committed);
    assertThat(stream.isClosedBySink()).as("the host's stream is closed").isFalse();
  }

  @Test
  void mayBeClosedTwice() throws Exception {
    SampleTable table = SampleTables.everyType(10);
    Path output = freshOutput();
    boolean bytes = provider().targetKind() == TargetKind.BYTES;
    TrialStream stream = bytes ? stagedStream(output) : null;
    SinkTarget target = bytes ? new SinkTarget.Bytes(stream, extension()) : target(output);
    Sink sink = trial().open(target, table.schema());
    new RowFeeder(table.schema()).feed(table.rows(), 3, sink);
    sink.commit(SinkTrial.provenance(10));

    assertThatCode(
            () -> {
              sink.close();
              sink.close();
            })
        .doesNotThrowAnyException();
    if (stream != null) {
      stream.closeAsHost();
    }
    assertThat(readBack(output, table.schema())).isEqualTo(expected(table));
  }

  @Test
  void mayBeClosedTwiceWithoutCommit() throws Exception {
    SampleTable table = SampleTables.everyType(0);
    Path output = freshOutput();
    boolean bytes = provider().targetKind() == TargetKind.BYTES;
    SinkTarget target =
        bytes ? new SinkTarget.Bytes(OutputStream.nullOutputStream(), extension()) : target(output);
    Sink sink = trial().open(target, table.schema());

    assertThatCode(
            () -> {
              sink.close();
              sink.close();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void saysSoWhereverTheStreamFillsUp() throws Exception {
    assumeThat(provider().targetKind()).isEqualTo(TargetKind.BYTES);
    for (int rows : new int[] {0, 5, MANY_ROWS}) {
      SampleTable table = SampleTables.everyType(rows);
      for (long room : placesToFillUp(sizeOf(table))) {
        TrialStream stream = new TrialStream(OutputStream.nullOutputStream(), room);

        Throwable thrown = catchThrowable(() -> writeUntilFull(table, stream));

        assertThat(thrown)
            .as("what open, write or commit throws when %s bytes fit", room)
            .isInstanceOf(IOException.class);
      }
    }
  }

  private long sizeOf(SampleTable table) throws IOException {
    TrialStream stream = new TrialStream(OutputStream.nullOutputStream(), TrialStream.NEVER_FULL);
    trial().write(table, MANY_ROWS, new SinkTarget.Bytes(stream, extension()));
    return stream.takenBytes();
  }

  /** Evenly spread, and close to both ends. */
  private static List<Long> placesToFillUp(long size) {
    List<Long> places = new ArrayList<>();
    for (long place = 0; place < size; place += Math.max(1, size / PLACES_TO_FILL_UP)) {
      places.add(place);
    }
    for (long place = Math.max(0, size - 12); place < size; place++) {
      places.add(place);
    }
    return places;
  }

  private void writeUntilFull(SampleTable table, TrialStream stream) throws IOException {
    Sink sink = trial().open(new SinkTarget.Bytes(stream, extension()), table.schema());
    Throwable thrown =
        catchThrowable(
            () -> {
              new RowFeeder(table.schema()).feed(table.rows(), 500, sink);
              sink.commit(SinkTrial.provenance(table.rows().size()));
            });
    Throwable whileClosing = catchThrowable(sink::close);
    if (whileClosing != null) {
      assertThat(whileClosing).as("what close throws").isInstanceOf(IOException.class);
    }
    rethrow(thrown);
  }

  private static void rethrow(Throwable thrown) throws IOException {
    if (thrown instanceof IOException expected) {
      throw expected;
    }
    if (thrown != null) {
      throw new AssertionError("write and commit throw nothing but IOException", thrown);
    }
  }

  @Test
  void saysSoWhenTheFileCannotBeMade() throws Exception {
    assumeThat(provider().targetKind()).isEqualTo(TargetKind.FILE);
    SampleTable table = SampleTables.everyType(10);
    Path output = folder.resolve("missing").resolve("output");

    Throwable thrown = catchThrowable(() -> trial().write(table, 3, target(output)));

    assertThat(thrown).isInstanceOf(IOException.class);
  }
}
