package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.InMemorySliceStore;
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

/** A store that does everything right; those that extend it do not. */
class PlainSliceStore implements SliceStore {
  final InMemorySliceStore shelf;

  PlainSliceStore(InMemorySliceStore shelf) {
    this.shelf = shelf;
  }

  @Override
  public SliceOutput output(SliceKey key) {
    return new PlainOutput(shelf.output(key));
  }

  @Override
  public boolean settle(Ledger.Publication open, Instant at) {
    return shelf.settle(open, at);
  }

  @Override
  public void remove(SliceKey key, SliceReplacement none) {
    shelf.remove(key, none);
  }

  @Override
  public void removeOld(Instant now) {
    shelf.removeOld(now);
  }

  @Override
  public void close() {
    shelf.close();
  }

  /** The output of a slice that does everything right. */
  static class PlainOutput implements SliceOutput {
    final SliceOutput output;

    PlainOutput(SliceOutput output) {
      this.output = output;
    }

    @Override
    public Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
      return output.open(schema, columns);
    }

    @Override
    public String formatName() {
      return output.formatName();
    }

    @Override
    public boolean takesNonFinite() {
      return output.takesNonFinite();
    }

    @Override
    public Optional<PublishedFile> finish() throws IOException {
      return output.finish();
    }

    @Override
    public void publish(SliceReplacement replacement) throws IOException {
      output.publish(replacement);
    }

    @Override
    public void discard() {
      output.discard();
    }

    @Override
    public void close() {
      output.close();
    }
  }
}
