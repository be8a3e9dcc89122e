package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.Optional;

/** A plugin's writer of slices. */
record PluginSliceWriter(SliceWriter writer, PluginTableCalls calls) implements SliceWriter {
  @Override
  public boolean has(SliceTable table) throws IOException {
    return calls.ask("no answer", () -> writer.has(table));
  }

  @Override
  public SliceSink open(SliceContext context) throws IOException {
    return new PluginSliceSink(calls.ask("no sink", () -> writer.open(context)), calls);
  }

  @Override
  public Optional<CommittedSlice> committed(SliceTable table, Slice slice) throws IOException {
    return calls.ask("no answer", () -> writer.committed(table, slice));
  }

  @Override
  public void remove(SliceTable table, CommittedSlice none) throws IOException {
    calls.commit(() -> writer.remove(table, none));
  }

  @Override
  public void close() {
    calls.close(writer::close);
  }
}
