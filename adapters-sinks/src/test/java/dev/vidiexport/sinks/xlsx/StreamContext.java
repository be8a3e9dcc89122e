package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** What a sink is given that writes to a stream, without explanations. */
record StreamContext(SinkTarget target, Schema schema, SinkOptions options) implements SinkContext {
  static StreamContext of(OutputStream stream, Schema schema) {
    return new StreamContext(
        new SinkTarget.Bytes(stream, Optional.of("xlsx")),
        schema,
        SinkOptions.of(new XlsxSinkProvider(), Map.of()));
  }
}
