package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The format {@code xlsx}: an Excel workbook. Immutable. */
public final class XlsxSinkProvider implements SinkProvider {
  /** For the service loader. */
  public XlsxSinkProvider() {}

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "xlsx";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("xlsx");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.BYTES;
  }

  @Override
  public List<SinkOption> options() {
    return List.of();
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return new XlsxSink(context, SheetLimits.MOST_ROWS, SheetLimits.MOST_BYTES);
  }
}
