package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceRows;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.StandingSlice;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A plugin's reader of slices. */
record PluginSliceReader(SliceReader reader, PluginTableCalls calls) implements SliceReader {
  @Override
  public StandingSlice look(SliceTable table, Slice slice) throws IOException {
    return calls.ask("no answer", () -> reader.look(table, slice));
  }

  @Override
  public List<String> idsAfter(SliceTable table, Optional<String> last, int most)
      throws IOException {
    return calls.ask("no answer", () -> reader.idsAfter(table, last, most));
  }

  @Override
  public SliceRows rows(SliceTable table, Slice slice, List<SliceColumn> columns)
      throws IOException {
    return new PluginSliceRows(
        calls.ask("no rows", () -> reader.rows(table, slice, columns)), calls);
  }

  @Override
  public void close() {
    calls.close(reader::close);
  }
}
