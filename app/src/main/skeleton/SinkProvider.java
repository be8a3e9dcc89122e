package {{package}};

import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The format {@code {{format}}}. */
public final class {{Name}}SinkProvider implements SinkProvider {
  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "{{format}}";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("{{format}}");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.BYTES;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(
        SinkOption.of("header", new OptionKind.Flag(), "true", "Begins with a line of names."));
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return new {{Name}}Sink(context);
  }
}
