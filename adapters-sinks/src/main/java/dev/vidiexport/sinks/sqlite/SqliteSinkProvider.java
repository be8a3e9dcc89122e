package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.sinks.database.TableOptions;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkCheck;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOption;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The format {@code sqlite}: a table of a SQLite file. Immutable. */
public final class SqliteSinkProvider implements SinkProvider {
  private static final List<SinkOption> OPTIONS = List.of(TableOptions.TABLE, TableOptions.MODE);

  /** For the service loader. */
  public SqliteSinkProvider() {}

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
    return Set.of("db", "db3", "sqlite", "sqlite3");
  }

  @Override
  public Set<String> addressSchemes() {
    return Set.of(DatabaseAddress.SCHEME);
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.EXTERNAL;
  }

  @Override
  public List<SinkOption> options() {
    return OPTIONS;
  }

  @Override
  public Optional<String> problemWithTarget(SinkOptions options, String output) {
    return DatabaseAddress.problemWith("output", output)
        .or(() -> TargetTable.problemWithName(TableOptions.table(options)));
  }

  @Override
  public void check(SinkCheck check) throws IOException {
    file(check.externalTarget().orElseThrow()).check(table(check.options()));
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    DatabaseFile file = file(((SinkTarget.External) context.target()).name());
    return SqliteSink.open(file, table(context.options()), context.schema());
  }

  @Override
  public Optional<SliceTables> sliceTables() {
    return Optional.of(new SqliteSliceTables());
  }

  private static DatabaseFile file(String output) throws IOException {
    return DatabaseFile.of(DatabaseAddress.path(output));
  }

  private static TargetTable table(SinkOptions options) {
    return new TargetTable(TableOptions.table(options), TableOptions.mode(options));
  }
}
