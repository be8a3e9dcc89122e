package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.RowFiller;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceRows;
import java.io.IOException;
import java.util.List;

/** The rows that a plugin reads of a slice. */
record PluginSliceRows(SliceRows rows, PluginTableCalls calls) implements SliceRows {
  @Override
  public CommittedSlice committed() {
    return calls.code().run(rows::committed);
  }

  @Override
  public List<SliceColumn> columns() {
    return calls.code().run(rows::columns);
  }

  @Override
  public boolean fill(RowFiller filler) throws IOException {
    return calls.ask("no answer", () -> rows.fill(filler));
  }

  @Override
  public void close() {
    calls.close(rows::close);
  }
}
