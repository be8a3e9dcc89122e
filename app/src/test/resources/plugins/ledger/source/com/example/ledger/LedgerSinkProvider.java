package com.example.ledger;

import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The format {@code ledger}: every value behind the name of its column, and where it came from. */
public final class LedgerSinkProvider implements SinkProvider {
  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "ledger";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("ledger", "ledger.txt");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.BYTES;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(
        SinkOption.of("names", OptionKind.Choice.of("show", "hide"), "show", "Names of columns."),
        SinkOption.of("request", new OptionKind.Flag(), "true", "Ends with the request."),
        SinkOption.of("indent", new OptionKind.Whole(0, 8), "2", "Spaces before each row."),
        SinkOption.of(
            "separator",
            new OptionKind.SingleCharacter("\"\n"),
            "tab",
            "Stands between two values."),
        new SinkOption(
            "title", new OptionKind.Text(), Optional.empty(), "The first line; none if left out."));
  }

  @Override
  public void check(SinkCheck check) throws IOException {
    if (check.externalTarget().isPresent() || check.options().text("names").isEmpty()) {
      throw new IOException("a ledger is a file");
    }
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    return new LedgerSink(context);
  }
}
