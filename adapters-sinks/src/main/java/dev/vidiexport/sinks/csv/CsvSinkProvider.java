package dev.vidiexport.sinks.csv;

import dev.vidiexport.sinks.text.ByteOutput;
import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The format {@code csv}: RFC 4180 quoting, UTF-8, a header. Immutable. */
public final class CsvSinkProvider implements SinkProvider {
  /** A delimiter that is one of these could not be told from a quote or the end of a line. */
  private static final String NEVER_A_DELIMITER = "\"\r\n";

  private static final List<SinkOption> OPTIONS =
      List.of(
          SinkOption.of(
              "delimiter",
              new OptionKind.SingleCharacter(NEVER_A_DELIMITER),
              ",",
              "Stands between two fields."),
          SinkOption.of(
              "line-separator",
              OptionKind.Choice.of("lf", "crlf"),
              "lf",
              "Ends every line, the last one too."),
          SinkOption.of(
              "bom",
              new OptionKind.Flag(),
              "false",
              "Begins with a byte order mark, by which Excel recognises UTF-8."),
          SinkOption.of(
              "formulas",
              OptionKind.Choice.of("keep", "guard"),
              "keep",
              "guard puts a ' before texts that a spreadsheet would take for formulas."),
          ByteOutput.COMPRESSION);

  /** For the service loader. */
  public CsvSinkProvider() {}

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("csv", "csv.gz");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.BYTES;
  }

  @Override
  public List<SinkOption> options() {
    return OPTIONS;
  }

  @Override
  public boolean takesNonFinite() {
    return true;
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return CsvSink.open(context);
  }
}
