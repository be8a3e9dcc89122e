package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The folder of a history, in which others may go on between the steps of a slice. */
final class WatchedStore extends ForwardingStore {
  private static final double BEFORE_ITS_NAME = 0.25;

  private final SyncTurns turns;
  private final LedgerWatch watch;

  WatchedStore(SliceStore real, SyncTurns turns, LedgerWatch watch) {
    super(real);
    this.turns = turns;
    this.watch = watch;
  }

  @Override
  public SliceOutput output(SliceKey key) {
    return new Output(real.output(key)) {
      @Override
      public Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
        try {
          watch.columns().opened(key, columns);
          return real.open(schema, columns);
        } finally {
          turns.sinks().opened();
        }
      }

      @Override
      public Optional<PublishedFile> finish() throws IOException {
        Optional<PublishedFile> finished = real.finish();
        turns.mayHandOver(BEFORE_ITS_NAME);
        return finished;
      }

      @Override
      public void publish(SliceReplacement replacement) throws IOException {
        watch.answers().publishing(key);
        real.publish(replacement);
      }
    };
  }
}
