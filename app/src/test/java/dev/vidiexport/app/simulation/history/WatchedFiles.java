package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.HistoryFiles;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.List;

/** The folder of a history, in which others may go on between the steps of a slice. */
final class WatchedFiles extends ForwardingFiles {
  private static final double BEFORE_ITS_NAME = 0.25;

  private final SyncTurns turns;
  private final ColumnWatch columnWatch;

  WatchedFiles(HistoryFiles real, SyncTurns turns, ColumnWatch columnWatch) {
    super(real);
    this.turns = turns;
    this.columnWatch = columnWatch;
  }

  @Override
  public SliceOutput output(SliceKey key) {
    return new Output(real.output(key)) {
      @Override
      public Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
        try {
          columnWatch.opened(key, columns);
          return real.open(schema, columns);
        } finally {
          turns.sinks().opened();
        }
      }

      @Override
      public PublishedFile finish() throws IOException {
        PublishedFile finished = real.finish();
        turns.mayHandOver(BEFORE_ITS_NAME);
        return finished;
      }
    };
  }
}
