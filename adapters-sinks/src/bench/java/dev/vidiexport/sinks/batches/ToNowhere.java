package dev.vidiexport.sinks.batches;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** Lets a sink write a file that nobody keeps. */
public record ToNowhere(SinkTarget target, Schema schema, SinkOptions options)
    implements SinkContext {
  private static final Provenance PROVENANCE =
      new Provenance(Map.of(), Optional.empty(), FilledBatches.ROWS, "bench");

  /** Writes all batches as one file, with the options that a user gets. */
  public static void write(SinkProvider provider, FilledBatches rows) throws IOException {
    write(provider, rows, OutputStream.nullOutputStream());
  }

  /** The same for somebody who keeps the file. */
  public static void write(SinkProvider provider, FilledBatches rows, OutputStream file)
      throws IOException {
    SinkTarget target = new SinkTarget.Bytes(file, Optional.empty());
    SinkOptions options = SinkOptions.of(provider, Map.of());
    try (Sink sink = provider.open(new ToNowhere(target, rows.schema(), options))) {
      for (RowBatch batch : rows.batches()) {
        sink.write(batch);
      }
      sink.commit(PROVENANCE);
    }
  }
}
