package dev.vidiexport.app.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.sinks.sqlite.SqliteSinkProvider;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who closes a slice's sink: the thread that writes, or whoever decides about complete rows. */
class AttemptSinkTest {
  private static final Provenance PROVENANCE = new Provenance(Map.of(), Optional.empty(), 0, "1.0");

  private final CountedSink counted = new CountedSink();
  private final AttemptSink sink =
      new AttemptSink(
          counted,
          new SliceTable(Optional.empty(), "viewers"),
          new TableFailures(
              new InstalledSink(new SqliteSinkProvider(), "1.0", "program.jar", true)));

  @Test
  void isClosedByTheWriterWhereRowsAreMissing() throws Exception {
    sink.close();

    assertThat(counted.closes).isEqualTo(1);
    assertThatIllegalStateException().isThrownBy(sink::completed);
  }

  @Test
  void staysOpenOnceAllRowsAreThereUntilItIsDiscarded() throws Exception {
    sink.commit(PROVENANCE);
    sink.close();
    assertThat(counted.closes).isZero();
    assertThat(sink.completed()).isSameAs(counted);

    sink.discard();

    assertThat(counted.closes).isEqualTo(1);
  }

  @Test
  void isLeftToTheWriterWhereItIsDiscardedBefore() throws Exception {
    sink.discard();
    assertThat(counted.closes).isZero();

    sink.close();

    assertThat(counted.closes).isEqualTo(1);
  }

  /** Nobody waited for its commit, which came to an end all the same. */
  @Test
  void isClosedByTheWriterWhereItBecomesCompleteTooLate() throws Exception {
    counted.duringCommit = sink::discard;
    sink.commit(PROVENANCE);
    assertThat(counted.closes).isZero();

    sink.close();

    assertThat(counted.closes).isEqualTo(1);
  }

  private static final class CountedSink implements SliceSink {
    private Runnable duringCommit = () -> {};
    private int closes;

    @Override
    public void write(RowBatch rows) {}

    @Override
    public void commit(Provenance provenance) {
      duringCommit.run();
    }

    @Override
    public void publish(CommittedSlice slice, List<SliceColumn> columns) throws IOException {
      throw new IOException("nothing is published here");
    }

    @Override
    public void close() {
      closes++;
    }
  }
}
