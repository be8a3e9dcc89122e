package com.example.duckdb;

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
import java.util.Optional;
import java.util.Set;

/** The format {@code duckdb}: a table of a DuckDB file. */
public final class DuckDbSinkProvider implements SinkProvider {
  private static final String TABLE = "table";
  private static final String SCHEMA = "schema";
  private static final String MODE = "mode";

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "duckdb";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of("duckdb", "ddb");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.EXTERNAL;
  }

  @Override
  public boolean takesNonFinite() {
    return true;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(
        SinkOption.of(TABLE, new OptionKind.Text(), "export", "The table that takes the rows."),
        new SinkOption(
            SCHEMA,
            new OptionKind.Text(),
            Optional.empty(),
            "The schema of the table, which must be there; DuckDB's own, main, by default."),
        SinkOption.of(
            MODE,
            OptionKind.Choice.of(WriteMode.labels()),
            WriteMode.FAIL.label(),
            "What to do when the table exists: refuse, add the rows to it, or put them in place of"
                + " its own."));
  }

  @Override
  public void check(SinkCheck check) throws IOException {
    DatabaseFile file = DatabaseFile.of(check.externalTarget().orElseThrow());
    file.check(target(check.options()));
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    DatabaseFile file = DatabaseFile.of(((SinkTarget.External) context.target()).name());
    return DuckDbSink.open(file, target(context.options()), context.schema());
  }

  private static TargetTable target(SinkOptions options) throws IOException {
    return TargetTable.of(
        options.find(SCHEMA), options.text(TABLE), WriteMode.of(options.text(MODE)));
  }
}
