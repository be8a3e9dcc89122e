package dev.vidiexport.sinks.json;

import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The format {@code json}: one array, an object a row. Immutable. */
public final class JsonSinkProvider implements SinkProvider {
  /** For the service loader. */
  public JsonSinkProvider() {}

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "json";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("json");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.BYTES;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(JsonOptions.NULLS);
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return JsonSink.open(context, RowLayout.ARRAY);
  }
}
