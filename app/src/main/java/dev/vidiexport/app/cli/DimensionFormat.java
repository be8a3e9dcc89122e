package dev.vidiexport.app.cli;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.spi.SinkOptions;
import java.util.Map;
import java.util.Optional;

/** What the files are written with that tell what things are called. */
final class DimensionFormat {
  private static final String FORMAT = "parquet";

  private DimensionFormat() {}

  /** Packed without native code: files this small must not fail for want of it. */
  static ChosenSink of(SinkRegistry sinks) {
    InstalledSink parquet =
        sinks.builtIn().stream()
            .filter(sink -> sink.format().equals(FORMAT))
            .findFirst()
            .orElseThrow();
    return new ChosenSink(
        parquet.name(),
        parquet.provider(),
        SinkOptions.of(parquet.provider(), Map.of("compression", "gzip")),
        Optional.of(FORMAT),
        true);
  }
}
