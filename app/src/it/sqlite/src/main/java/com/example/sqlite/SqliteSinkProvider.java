package com.example.sqlite;

import dev.vidiexport.spi.OptionKind;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The format {@code sqlite}: a table of a SQLite file. */
public final class SqliteSinkProvider implements SinkProvider {
  private static final String TABLE = "table";
  private static final String MODE = "mode";

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "sqlite";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("sqlite", "sqlite3", "db");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.EXTERNAL;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(
        SinkOption.of(TABLE, new OptionKind.Text(), "export", "The table that takes the rows."),
        SinkOption.of(
            MODE,
            OptionKind.Choice.of(Mode.labels()),
            Mode.FAIL.label(),
            "What to do when the table exists: refuse, replace it, or append to it."));
  }

  @Override
  public void check(SinkCheck check) throws IOException {
    DatabaseFile file = DatabaseFile.of(check.externalTarget().orElseThrow());
    file.check(target(check.options()));
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    DatabaseFile file = DatabaseFile.of(((SinkTarget.External) context.target()).name());
    return SqliteSink.open(file, target(context.options()), context.schema());
  }

  private static TargetTable target(SinkOptions options) throws IOException {
    return TargetTable.of(options.text(TABLE), Mode.of(options.text(MODE)));
  }
}
