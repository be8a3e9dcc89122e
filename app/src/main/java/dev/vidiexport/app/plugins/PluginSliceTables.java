package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.Optional;

/** Tables that a plugin keeps, called as it expects. Thread-safe as far as the plugin's are. */
record PluginSliceTables(SliceTables tables, String format, PluginTableCalls calls)
    implements SliceTables {
  @Override
  public Optional<String> problemWith(String address, SliceTable table) {
    try {
      return calls.ask("no word on this target", () -> tables.problemWith(address, table));
    } catch (IOException failed) {
      return Optional.of(
          "The format %s cannot say what it makes of this target: %s."
              .formatted(format, failed.getMessage()));
    }
  }

  @Override
  public void check(SliceTarget target) throws IOException {
    calls.act(() -> tables.check(target));
  }

  @Override
  public SliceWriter write(SliceTarget target) throws IOException {
    return new PluginSliceWriter(calls.ask("no writer", () -> tables.write(target)), calls);
  }

  @Override
  public SliceReader read(SliceTarget target) throws IOException {
    return new PluginSliceReader(calls.ask("no reader", () -> tables.read(target)), calls);
  }
}
