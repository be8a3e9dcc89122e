package dev.vidiexport.app.simulation.history;

import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.util.List;
import java.util.Set;

/** The format of a history in tables of a simulated database. */
final class SimulatedFormat implements SinkProvider {
  static final String NAME = "simulated";

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return NAME;
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of();
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.EXTERNAL;
  }

  @Override
  public List<SinkOption> options() {
    return List.of();
  }

  @Override
  public Sink open(SinkContext context) {
    throw new AssertionError("A history is written by slices");
  }
}
