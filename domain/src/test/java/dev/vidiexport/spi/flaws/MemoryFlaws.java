package dev.vidiexport.spi.flaws;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.TargetKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What sinks get wrong with very many rows. */
final class MemoryFlaws {
  private static final String FACT = "writesAMillionRowsInASmallMemory";

  private MemoryFlaws() {}

  static Stream<SinkFlaw> all() {
    return Stream.of(
        new SinkFlaw(FACT, "holds all bytes until commit", "a heap of 64 MiB", new Hoarding()),
        new SinkFlaw(FACT, "stops at 65,536 rows", "row 65536 of a million", new Stopping()));
  }

  /** Holds all bytes. */
  public static final class Hoarding extends PlainProvider {
    public Hoarding() {
      super(TargetKind.BYTES, Hoarding::sink);
    }

    private static Sink sink(SinkContext context) {
      return new PlainSink(context) {
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private final DataOutputStream data = new DataOutputStream(held);

        @Override
        public void write(RowBatch batch) throws IOException {
          super.write(batch);
          if (held.size() == 0) {
            PlainTable.writeNames(data, names());
          }
          for (List<Object> row : rows) {
            PlainTable.writeRow(data, row);
          }
          rows.clear();
        }

        @Override
        public void commit(Provenance provenance) throws IOException {
          PlainTable.writeEnd(data);
          publish(held.toByteArray());
        }
      };
    }
  }

  /** Forgets what comes after the first so many rows, as old spreadsheets do. */
  public static final class Stopping extends PlainProvider {
    private static final int MOST_ROWS = 65_536;

    public Stopping() {
      super(TargetKind.BYTES, Stopping::sink);
    }

    private static Sink sink(SinkContext context) throws IOException {
      return new SteadySink(context) {
        private int written;

        @Override
        public void write(RowBatch batch) throws IOException {
          for (int row = 0; row < batch.rows() && written < MOST_ROWS; row++) {
            writeRow(batch, row);
            written++;
          }
        }
      };
    }
  }
}
