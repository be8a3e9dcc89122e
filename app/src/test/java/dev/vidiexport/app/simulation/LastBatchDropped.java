package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A planted bug: of several batches the last is not written. One alone is. */
record LastBatchDropped(SinkProvider real) implements SinkProvider {
  @Override
  public int spiVersion() {
    return real.spiVersion();
  }

  @Override
  public String format() {
    return real.format();
  }

  @Override
  public Set<String> fileExtensions() {
    return real.fileExtensions();
  }

  @Override
  public TargetKind targetKind() {
    return real.targetKind();
  }

  @Override
  public List<SinkOption> options() {
    return real.options();
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return new Dropping(real.open(context));
  }

  /** A batch that is not full is the last one. */
  private static final class Dropping implements Sink {
    private final Sink sink;
    private int fullest;

    Dropping(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void write(RowBatch rows) throws IOException {
      fullest = Math.max(fullest, rows.rows());
      if (rows.rows() == fullest) {
        sink.write(rows);
      }
    }

    @Override
    public void commit(Provenance provenance) throws IOException {
      sink.commit(provenance);
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }
}
