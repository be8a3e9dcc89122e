package dev.vidiexport.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is true of every {@link Destination}. Those that hold their output back extend {@link
 * StagedDestinationContract}, and the others {@link CommittedDestinationContract}.
 */
public abstract class DestinationContract {
  static final List<String> ROWS = List.of("first", "second", "third");
  static final List<String> OTHER_ROWS = List.of("fourth");

  private static final Schema SCHEMA = Schema.of(new Column("text", ColumnType.TEXT));

  /** When a destination can fail, because its format or its place does. */
  public enum Moment {
    CHECK,
    OPEN,
    WRITE,
    COMMIT,
    CLOSE,
    PUBLISH
  }

  /** What happens in that moment, before anything else. */
  @FunctionalInterface
  public interface Failure {
    void happen() throws IOException;
  }

  /** A destination of the one output of this test, which nobody has checked. */
  protected abstract Destination destination();

  /** The same, but for what happens in a moment. */
  protected abstract Destination failing(Moment moment, Failure failure);

  /** The rows that the world sees: the texts of the only column; empty where there is nothing. */
  protected abstract Optional<List<String>> output() throws IOException;

  /** How many bytes the world sees. */
  protected abstract long outputBytes() throws IOException;

  /** What there is beside the output, by name. */
  protected abstract List<String> leftovers() throws IOException;

  /** Whether one run alone can write the output at a time. */
  protected abstract boolean isReserved();

  @Test
  void namesItsFormat() {
    assertThat(destination().formatName()).startsWith("the format ");
  }

  @Test
  void showsNothingWhenItIsChecked() throws IOException {
    Destination destination = destination();
    destination.check();

    assertThat(output()).as("the output").isEmpty();
    destination.close();
    assertThat(output()).as("the output").isEmpty();
    assertThat(leftovers()).as("what is left").isEmpty();
  }

  @Test
  void opensNothingThatWasNotChecked() {
    assertOutOfOrder(catchThrowable(() -> destination().open(SCHEMA)));
  }

  @Test
  void opensNothingOnceItIsClosed() {
    Destination destination = destination();
    destination.check();
    destination.close();

    assertOutOfOrder(catchThrowable(() -> destination.open(SCHEMA)));
  }

  @Test
  void publishesEveryRowInOrder() throws IOException {
    List<String> many = IntStream.range(0, 5_000).mapToObj(row -> "row " + row).toList();

    publish(destination(), many);

    assertThat(output().orElseThrow()).as("the output").isEqualTo(many);
  }

  @Test
  void tellsHowManyBytesItPublished() throws IOException {
    long bytes = publish(destination(), ROWS);

    assertThat(bytes).as("bytes").isIn(-1L, outputBytes());
  }

  @Test
  void leavesAloneWhatIsPublished() throws IOException {
    Destination destination = destination();
    destination.check();
    write(destination, ROWS);
    destination.publish();

    destination.discard();
    destination.close();

    assertThat(output()).as("the output").contains(ROWS);
  }

  @Test
  void leavesNothingBesideTheOutput() throws IOException {
    publish(destination(), ROWS);

    assertThat(leftovers()).as("what is left").isEmpty();
  }

  @Test
  void leavesNothingOfAnAttemptWithoutCommit() throws IOException {
    try (Destination destination = destination()) {
      destination.check();
      abandon(destination);
      destination.discard();

      assertThat(output()).as("the output").isEmpty();
    }
    assertThat(output()).as("the output").isEmpty();
    assertThat(leftovers()).as("what is left").isEmpty();
  }

  @Test
  void publishesTheLastAttemptAlone() throws IOException {
    try (Destination destination = destination()) {
      destination.check();
      abandon(destination);
      destination.discard();
      write(destination, OTHER_ROWS);
      destination.publish();
    }

    assertThat(output()).as("the output").contains(OTHER_ROWS);
  }

  @Test
  void canBeDiscardedAtAnyTime() throws IOException {
    Destination destination = destination();
    destination.discard();
    destination.check();
    destination.discard();
    abandon(destination);
    destination.discard();
    destination.discard();
    write(destination, ROWS);
    destination.publish();
    destination.discard();
    destination.close();
    destination.discard();

    assertThat(leftovers()).as("what is left").isEmpty();
  }

  @Test
  void canBeClosedAtAnyTime() throws IOException {
    destination().close();
    Destination destination = destination();
    destination.check();
    abandon(destination);
    destination.close();
    destination.close();

    assertThat(output()).as("the output").isEmpty();
    assertThat(leftovers()).as("what is left").isEmpty();
  }

  @Test
  void letsASinkWorkOnAThreadOfItsOwn() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    try (Destination destination = destination()) {
      destination.check();
      Thread thread = new Thread(() -> thrown.set(catchThrowable(() -> write(destination, ROWS))));
      thread.start();
      thread.join();
      destination.publish();
    }

    assertThat(thrown.get()).isNull();
    assertThat(output()).as("the output").contains(ROWS);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN", "WRITE", "COMMIT", "CLOSE"})
  void tellsInSentencesWhatFailed(Moment moment) {
    try (Destination destination = failing(moment, throwing("the weather is bad"))) {
      destination.check();

      assertThatThrownBy(() -> write(destination, ROWS))
          .isInstanceOf(IOException.class)
          .satisfies(DestinationContract::isInSentences)
          .hasMessageContaining("the weather is bad");
    }
  }

  @Test
  void leavesNothingOfASinkThatDoesNotOpen() throws IOException {
    try (Destination destination = failing(Moment.OPEN, throwing("the weather is bad"))) {
      destination.check();

      assertThatThrownBy(() -> destination.open(SCHEMA)).isInstanceOf(IOException.class);
    }
    assertThat(output()).as("the output").isEmpty();
    assertThat(leftovers()).as("what is left").isEmpty();
  }

  @Test
  void refusesInSentencesWhatItsFormatRefuses() throws IOException {
    Destination destination = failing(Moment.CHECK, throwing("the weather is bad"));

    assertThatThrownBy(destination::check)
        .isInstanceOfSatisfying(
            ExportException.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(FailureKind.OUTPUT_NOT_WRITTEN))
        .satisfies(DestinationContract::isInSentences)
        .hasMessageContaining("the weather is bad");
    assertThat(leftovers()).as("what is left").isEmpty();
  }

  @Test
  void passesOnThatTheRunMustEnd() {
    ExportException end = ExportException.cancelled();
    Destination destination =
        failing(
            Moment.CHECK,
            () -> {
              throw end;
            });

    assertThatThrownBy(destination::check).isSameAs(end);
  }

  @Test
  void reservesNothingThatItRefuses() {
    Destination refused = failing(Moment.CHECK, throwing("the weather is bad"));
    assertThatThrownBy(refused::check).isInstanceOf(ExportException.class);

    try (Destination other = destination()) {
      assertThat(isRefused(other)).as("another is refused").isFalse();
    }
  }

  @Test
  void isReservedUntilItIsClosed() {
    Destination destination = destination();
    try (Destination other = destination()) {
      destination.check();
      assertThat(isRefused(other)).as("another is refused").isEqualTo(isReserved());

      destination.close();

      assertThat(isRefused(other)).as("another is refused later").isFalse();
    }
  }

  private static boolean isRefused(Destination destination) {
    try {
      destination.check();
      return false;
    } catch (ExportException refusal) {
      assertThat(refusal.kind()).isEqualTo(FailureKind.OUTPUT_NOT_WRITTEN);
      isInSentences(refusal);
      return true;
    }
  }

  /** Fakes say it with an error, which nobody takes for a failure of the output. */
  static void assertOutOfOrder(Throwable thrown) {
    assertThat(thrown)
        .as("what is thrown for a call out of order")
        .isInstanceOfAny(IllegalStateException.class, AssertionError.class);
  }

  static void isInSentences(Throwable thrown) {
    assertThat(thrown.getMessage()).matches("\\p{Lu}.*\\.");
  }

  static Failure throwing(String reason) {
    return () -> {
      throw new IOException(reason);
    };
  }

  /** All of a run that ends well. */
  private static long publish(Destination destination, List<String> rows) throws IOException {
    try (destination) {
      destination.check();
      write(destination, rows);
      return destination.publish();
    }
  }

  /** An attempt that ends well. */
  static void write(Destination destination, List<String> rows) throws IOException {
    try (Sink sink = destination.open(SCHEMA)) {
      feed(sink, rows);
      sink.commit(new Provenance(Map.of(), Optional.empty(), rows.size(), "0.1.0"));
    }
  }

  /** An attempt that is given up. */
  private static void abandon(Destination destination) throws IOException {
    try (Sink sink = destination.open(SCHEMA)) {
      feed(sink, ROWS);
    }
  }

  private static void feed(Sink sink, List<String> rows) throws IOException {
    RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);
    for (String row : rows) {
      batch.putText(0, row);
      batch.endRow();
      if (batch.isFull()) {
        sink.write(batch.batch());
        batch.clear();
      }
    }
    sink.write(batch.batch());
  }
}
