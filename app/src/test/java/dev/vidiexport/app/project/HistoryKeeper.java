package dev.vidiexport.app.project;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A format that writes tables, as one that keeps histories, too: of a target it says what it says
 * of an output. Nothing is kept.
 */
record HistoryKeeper(SinkProvider real) implements SinkProvider, SliceTables {
  /** All formats that addresses choose keep histories. */
  static SinkRegistry in(SinkRegistry sinks) {
    return new SinkRegistry(
        sinks.sinks().stream()
            .map(sink -> sink.schemes().isEmpty() ? sink : keeping(sink, sink.builtIn()))
            .toList(),
        sinks.skipped());
  }

  static InstalledSink keeping(InstalledSink sink, boolean builtIn) {
    return new InstalledSink(
        new HistoryKeeper(sink.provider()), sink.version(), sink.jar(), builtIn);
  }

  @Override
  public int spiVersion() {
    return real.spiVersion();
  }

  @Override
  public String format() {
    return real.format();
  }

  @Override
  public Set<String> fileExtensions() {
    return real.fileExtensions();
  }

  @Override
  public Set<String> addressSchemes() {
    return real.addressSchemes();
  }

  @Override
  public TargetKind targetKind() {
    return real.targetKind();
  }

  @Override
  public List<SinkOption> options() {
    return real.options();
  }

  @Override
  public Optional<String> problemWithTarget(SinkOptions options, String output) {
    return real.problemWithTarget(options, output);
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return real.open(context);
  }

  @Override
  public Optional<SliceTables> sliceTables() {
    return Optional.of(this);
  }

  @Override
  public Optional<String> problemWith(String address, SliceTable table) {
    Map<String, String> options = new HashMap<>(Map.of("table", table.name()));
    if (table.schema().isPresent()) {
      if (real.options().stream().noneMatch(option -> option.name().equals("schema"))) {
        return Optional.of("A file of the format %s has no schema.".formatted(real.format()));
      }
      options.put("schema", table.schema().get());
    }
    return real.problemWithTarget(SinkOptions.of(real, options), address);
  }

  @Override
  public void check(SliceTarget target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SliceWriter write(SliceTarget target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SliceReader read(SliceTarget target) {
    throw new UnsupportedOperationException();
  }
}
