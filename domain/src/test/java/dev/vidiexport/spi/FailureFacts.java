package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of every sink when its target fails it, at whichever byte or call. */
abstract class FailureFacts extends LifecycleFacts {
  /** An output of fewer bytes is tried at each of them. */
  private static final long FEW_BYTES = 1500;

  /** An output of fewer calls is tried at each of them. */
  private static final long FEW_CALLS = 100;

  private static final int PLACES_OF_MANY = 40;
  private static final int ROWS_PER_BATCH = 500;

  @Test
  void saysSoWhereverTheStreamFillsUp() throws Exception {
    assumeThat(provider().targetKind()).isEqualTo(TargetKind.BYTES);
    for (int rows : new int[] {0, 5, MANY_ROWS}) {
      SampleTable table = SampleTables.everyType(rows);
      long size = written(table).takenBytes();

      places(size, FEW_BYTES)
          .forEach(
              place ->
                  assertThatItTells(
                      table,
                      TrialStream.withRoomFor(place),
                      "when %s of %s bytes fit".formatted(place, size)));
    }
  }

  @Test
  void saysSoWhicheverCallOfTheStreamFails() throws Exception {
    assumeThat(provider().targetKind()).isEqualTo(TargetKind.BYTES);
    for (int rows : new int[] {0, 5, MANY_ROWS}) {
      SampleTable table = SampleTables.everyType(rows);
      long calls = written(table).calls();

      places(calls, FEW_CALLS)
          .forEach(
              place ->
                  assertThatItTells(
                      table,
                      TrialStream.failingAfter(place),
                      "when call %s of %s fails".formatted(place + 1, calls)));
    }
  }

  private TrialStream written(SampleTable table) throws IOException {
    TrialStream stream = new TrialStream(OutputStream.nullOutputStream());
    trial().write(table, ROWS_PER_BATCH, target(stream));
    return stream;
  }

  /** Every place of few; of many, some that are evenly spread, and those close to the end. */
  private static LongStream places(long size, long few) {
    return size <= few
        ? LongStream.range(0, size)
        : LongStream.concat(
            LongStream.range(0, PLACES_OF_MANY).map(place -> place * size / PLACES_OF_MANY),
            LongStream.range(size - 12, size));
  }

  private void assertThatItTells(SampleTable table, TrialStream stream, String when) {
    Throwable thrown = catchThrowable(() -> writeUntilItFails(table, stream, when));

    assertThat(thrown)
        .as("what open, write or commit throws %s", when)
        .isInstanceOf(IOException.class);
    assertThat(Stream.iterate(thrown, cause -> cause != null, Throwable::getCause))
        .as("what open, write or commit throws %s, and its causes", when)
        .hasAtLeastOneElementOfType(TrialStream.Failure.class);
  }

  private void writeUntilItFails(SampleTable table, TrialStream stream, String when)
      throws IOException {
    Sink sink = trial().open(target(stream), table.schema());
    Throwable thrown =
        catchThrowable(
            () -> {
              new RowFeeder(table.schema()).feed(table.rows(), ROWS_PER_BATCH, sink);
              sink.commit(SinkTrial.provenance(table.rows().size()));
            });
    assertThatItIsNothingButIo(catchThrowable(sink::close), "what close throws " + when);
    assertThat(stream.isClosedBySink()).as("the host's stream is closed %s", when).isFalse();
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
  void saysSoWhenTheFileCannotBeMade() {
    assumeThat(provider().targetKind()).isEqualTo(TargetKind.FILE);
    Path output = folder.resolve("missing").resolve("output");

    assertThatNobodyWrites(new SinkTarget.File(output));
  }

  @Test
  void saysSoWhenTheTargetIsOutOfReach() {
    assumeThat(provider().targetKind()).isEqualTo(TargetKind.EXTERNAL);
    Optional<String> name = nameOutOfReach();
    assumeThat(name).as("a name that is out of reach").isPresent();

    assertThatNobodyWrites(new SinkTarget.External(name.orElseThrow()));
  }

  private void assertThatNobodyWrites(SinkTarget target) {
    Throwable thrown = catchThrowable(() -> trial().write(SampleTables.everyType(10), 3, target));

    assertThat(thrown)
        .as("what open, write or commit throws for %s", target)
        .isInstanceOf(IOException.class);
  }
}
