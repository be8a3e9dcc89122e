package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stands before a folder, and does some of it in a way of its own. */
class ForwardingStore implements SliceStore {
  final SliceStore real;

  ForwardingStore(SliceStore real) {
    this.real = real;
  }

  @Override
  public SliceOutput output(SliceKey key) {
    return real.output(key);
  }

  @Override
  public boolean settle(Ledger.Publication open, Instant at) {
    return real.settle(open, at);
  }

  @Override
  public void remove(SliceKey key, SliceReplacement none) {
    real.remove(key, none);
  }

  @Override
  public void removeOld(Instant now) {
    real.removeOld(now);
  }

  @Override
  public void close() {
    real.close();
  }

  /** Stands before the output of one slice. */
  static class Output implements SliceOutput {
    final SliceOutput real;

    Output(SliceOutput real) {
      this.real = real;
    }

    @Override
    public Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
      return real.open(schema, columns);
    }

    @Override
    public String formatName() {
      return real.formatName();
    }

    @Override
    public boolean takesNonFinite() {
      return real.takesNonFinite();
    }

    @Override
    public Optional<PublishedFile> finish() throws IOException {
      return real.finish();
    }

    @Override
    public void publish(SliceReplacement replacement) throws IOException {
      real.publish(replacement);
    }

    @Override
    public void discard() {
      real.discard();
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
