package dev.vidiexport.app.staging;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTarget;
import java.io.IOException;
import java.util.Optional;

/**
 * The format that a run writes. Immutable.
 *
 * @param provider opens its sinks
 * @param options the options that every sink of this run gets
 * @param extension the extension of the output's name that chose it; empty when the user named the
 *     format, or writes to standard output
 */
public record ChosenSink(SinkProvider provider, SinkOptions options, Optional<String> extension) {
  public ChosenSink {
    requireNonNull(provider, "provider must not be null");
    requireNonNull(options, "options must not be null");
    requireNonNull(extension, "extension must not be null");
  }

  @SuppressWarnings("ConstantValue") // A plugin can return null all the same.
  Sink open(SinkTarget target, Schema schema, OutputMessages messages) throws IOException {
    try {
      Sink sink = provider.open(new Context(target, schema, options));
      if (sink == null) {
        throw new IOException("the format %s opened nothing".formatted(provider.format()));
      }
      return new TellingSink(sink, messages);
    } catch (IOException failure) {
      throw messages.failure(failure);
    }
  }

  private record Context(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}
