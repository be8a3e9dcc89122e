package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceSink;
import java.io.IOException;
import java.util.List;

/** A plugin's sink of a slice. */
record PluginSliceSink(SliceSink sink, PluginTableCalls calls) implements SliceSink {
  @Override
  public void write(RowBatch rows) throws IOException {
    calls.act(() -> sink.write(rows));
  }

  @Override
  public void commit(Provenance provenance) throws IOException {
    calls.act(() -> sink.commit(provenance));
  }

  @Override
  public void publish(CommittedSlice slice, List<SliceColumn> columns) throws IOException {
    calls.commit(() -> sink.publish(slice, columns));
  }

  @Override
  public void close() throws IOException {
    calls.act(sink::close);
  }
}
