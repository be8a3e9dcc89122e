package dev.vidiexport.domain.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.port.InMemoryDestination;
import dev.vidiexport.domain.port.InMemoryDestination.Step;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No sink is ever called in an order that the SPI rules out. */
class OrderedSinkTest {
  private static final Schema SCHEMA = Schema.of(new Column("location_id", ColumnType.WHOLE));

  private final InMemoryDestination destination = new InMemoryDestination();
  private final List<SinkCall> told = new ArrayList<>();
  private OrderedSink sink;

  @BeforeEach
  void open() throws IOException {
    destination.check();
    sink = new OrderedSink(destination.open(SCHEMA), told::add);
  }

  private static RowBatch oneRow() {
    RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);
    batch.putLong(0, 1056);
    batch.endRow();
    return batch.batch();
  }

  private static Provenance rows(long rows) {
    return new Provenance(Map.of(), Optional.empty(), rows, "0.1.0");
  }

  private void failAt(Step step) {
    destination.when(
        step,
        () -> {
          throw new IOException("full");
        });
  }

  @Test
  void passesOnTheUsualOrder() throws IOException {
    sink.write(oneRow());
    sink.write(oneRow());
    sink.commit(rows(2));
    sink.close();

    assertThat(destination.calls())
        .containsExactly("open", "write 1", "write 1", "commit", "close");
  }

  @Test
  void writesNothingAfterTheCommit() throws IOException {
    sink.commit(rows(0));

    assertThatIllegalStateException()
        .isThrownBy(() -> sink.write(oneRow()))
        .withMessage("Rows must not be written when it is committed");
    assertThat(destination.calls()).containsExactly("open", "commit");
  }

  @Test
  void commitsOnce() throws IOException {
    sink.commit(rows(0));

    assertThatIllegalStateException()
        .isThrownBy(() -> sink.commit(rows(0)))
        .withMessage("A sink must not be committed when it is committed");
    assertThat(destination.calls()).containsExactly("open", "commit");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2, Long.MAX_VALUE})
  void commitsNothingThatIsNotAllOfTheAnswer(long read) throws IOException {
    sink.write(oneRow());

    assertThatIllegalStateException()
        .isThrownBy(() -> sink.commit(rows(read)))
        .withMessage("Read %s rows, but gave 1 to the sink", read);
    assertThatIllegalStateException().isThrownBy(() -> sink.commit(rows(1)));
    assertThat(destination.calls()).containsExactly("open", "write 1");
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITE", "COMMIT"})
  void onlyClosesAfterAFailure(Step step) throws IOException {
    failAt(step);
    assertThatThrownBy(
            () -> {
              sink.write(oneRow());
              sink.commit(rows(1));
            })
        .hasMessage("full");
    List<String> calls = destination.calls();

    assertThatIllegalStateException().isThrownBy(() -> sink.write(oneRow()));
    assertThatIllegalStateException().isThrownBy(() -> sink.commit(rows(1)));
    assertThat(destination.calls()).isEqualTo(calls);
    sink.close();
    assertThat(destination.calls()).endsWith("close");
  }

  @Test
  void closesOnce() throws IOException {
    sink.close();
    sink.close();

    assertThat(destination.calls()).containsExactly("open", "close");
  }

  @Test
  void closesOnceEvenWhenThatFails() throws IOException {
    failAt(Step.CLOSE);
    assertThatThrownBy(sink::close).hasMessage("full");

    sink.close();

    assertThat(destination.calls()).containsExactly("open", "close");
  }

  @Test
  void callsNothingOnceItIsClosed() throws IOException {
    sink.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> sink.write(oneRow()))
        .withMessage("Rows must not be written when it is closed");
    assertThatIllegalStateException().isThrownBy(() -> sink.commit(rows(0)));
  }

  @Test
  void tellsWhatTheSinkDoes() throws IOException {
    sink.write(oneRow());
    sink.commit(rows(1));
    sink.close();

    assertThat(told)
        .extracting(SinkCall::doing)
        .containsExactly(
            "writing rows", "waiting for rows", "completing the output", "closing the output");
  }
}
