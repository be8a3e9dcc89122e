package dev.vidiexport.sinks.json;

import dev.vidiexport.sinks.text.ByteOutput;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The format {@code jsonl}: an object a line. Immutable. */
public final class JsonLinesSinkProvider implements SinkProvider {
  /** For the service loader. */
  public JsonLinesSinkProvider() {}

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "jsonl";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("jsonl", "ndjson", "jsonl.gz", "ndjson.gz");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.BYTES;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(JsonOptions.NULLS, ByteOutput.COMPRESSION);
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return JsonSink.open(context, RowLayout.LINES);
  }
}
