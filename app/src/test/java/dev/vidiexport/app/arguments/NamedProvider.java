package dev.vidiexport.app.arguments;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.util.List;
import java.util.Set;

/** A format that is only chosen, and never opened. */
record NamedProvider(
    String format, TargetKind targetKind, Set<String> fileExtensions, Set<String> addressSchemes)
    implements SinkProvider {
  NamedProvider(String format, TargetKind targetKind, Set<String> fileExtensions) {
    this(format, targetKind, fileExtensions, Set.of());
  }

  static NamedProvider ofAddresses(String format, String... schemes) {
    return new NamedProvider(format, TargetKind.EXTERNAL, Set.of(), Set.of(schemes));
  }

  InstalledSink installed(boolean builtIn) {
    return new InstalledSink(this, "1", format + ".jar", builtIn);
  }

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(
        SinkOption.of("flag", new OptionKind.Flag(), "false", "A flag."),
        SinkOption.of("size", new OptionKind.Whole(1, 9), "5", "A size."));
  }

  @Override
  public Sink open(SinkContext context) {
    throw new UnsupportedOperationException("this format is only chosen");
  }
}
