package dev.vidiexport.spi;

import dev.vidiexport.domain.table.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plays the host for one format: opens sinks with the options given and takes them through to the
 * end. Immutable.
 */
public final class SinkTrial {
  private final SinkProvider provider;
  private final SinkOptions options;

  private SinkTrial(SinkProvider provider, Map<String, String> options) {
    this.provider = provider;
    this.options = SinkOptions.of(provider, options);
  }

  /**
   * A trial of a format.
   *
   * @throws IllegalArgumentException when an option is not the format's, or its value is not good
   */
  public static SinkTrial of(SinkProvider provider, Map<String, String> options) {
    return new SinkTrial(provider, options);
  }

  /**
   * What a sink of kind BYTES writes for a table.
   *
   * @param extension which of the format's extensions the output has, where it has one
   * @throws IOException when the sink does
   */
  public byte[] bytes(SampleTable table, Optional<String> extension) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(table, Integer.MAX_VALUE, new SinkTarget.Bytes(bytes, extension));
    return bytes.toByteArray();
  }

  /** Asks the provider whether its sinks could work here. */
  void check(Optional<String> externalTarget) throws IOException {
    provider.check(new SinkCheck(options, externalTarget));
  }

  Sink open(SinkTarget target, Schema schema) throws IOException {
    return provider.open(new TrialContext(target, schema, options));
  }

  /** Opens, writes, commits and closes. */
  void write(SampleTable table, int rowsPerBatch, SinkTarget target) throws IOException {
    try (Sink sink = open(target, table.schema())) {
      new RowFeeder(table.schema()).feed(table.rows(), rowsPerBatch, sink);
      sink.commit(provenance(table.rows().size()));
    }
  }

  static Provenance provenance(long rows) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("locations", "1056");
    request.put("data_type", "viewers");
    return new Provenance(request, Optional.of("2016-08-25T15:22:35"), rows, "0.1.0");
  }

  private record TrialContext(SinkTarget target, Schema schema, SinkOptions options)
      implements SinkContext {}
}
