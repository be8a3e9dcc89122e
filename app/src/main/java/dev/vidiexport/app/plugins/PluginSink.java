package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;

/**
 * A plugin's sink, whose code runs as {@link PluginInvoker} says. Keeps to the rules of the sink.
 *
 * @param sink the plugin's own
 * @param code how it runs
 */
record PluginSink(Sink sink, PluginInvoker code) implements Sink {
  @Override
  public void write(RowBatch rows) throws IOException {
    code.export(
        () -> {
          sink.write(rows);
          return sink;
        });
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    code.export(
        () -> {
          sink.commit(provenance);
          return sink;
        });
  }

  @Override
  public void close() throws IOException {
    code.export(
        () -> {
          sink.close();
          return sink;
        });
  }
}
