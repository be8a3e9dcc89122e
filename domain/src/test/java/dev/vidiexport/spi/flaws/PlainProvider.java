package dev.vidiexport.spi.flaws;

import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A provider of plain sinks that does everything right; those that extend it do not. */
class PlainProvider implements SinkProvider {
  private final TargetKind kind;
  private final Opening sinks;

  PlainProvider(TargetKind kind, Opening sinks) {
    this.kind = kind;
    this.sinks = sinks;
  }

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "plain";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("plain", "plain.txt");
  }

  @Override
  public TargetKind targetKind() {
    return kind;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(
        SinkOption.of("words", OptionKind.Choice.of("one", "two"), "one", "Changes nothing."));
  }

  @Override
  public boolean takesNonFinite() {
    return true;
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return sinks.open(context);
  }
}
