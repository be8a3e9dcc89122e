package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.sinks.database.TableOptions;
import dev.vidiexport.spi.OptionKind;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The format {@code postgresql}: a table of a PostgreSQL server. Immutable. */
public final class PostgresqlSinkProvider implements SinkProvider {
  private static final String SCHEMA = "schema";

  /** How long another program's lock on the table is waited for. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);

  private final SettingsSearch search;
  private final SliceTables tables;

  /** For the service loader. */
  public PostgresqlSinkProvider() {
    this(new SettingsSearch(System.getenv(), LOCK_PATIENCE));
  }

  PostgresqlSinkProvider(SettingsSearch search) {
    this.search = search;
    this.tables = new PostgresqlSliceTables(search);
  }

  @Override
  public int spiVersion() {
    return SPI_VERSION;
  }

  @Override
  public String format() {
    return "postgresql";
  }

  @Override
  public Set<String> fileExtensions() {
    return Set.of();
  }

  @Override
  public Set<String> addressSchemes() {
    return Set.of("postgresql", "postgres");
  }

  @Override
  public TargetKind targetKind() {
    return TargetKind.EXTERNAL;
  }

  @Override
  public List<SinkOption> options() {
    return List.of(
        TableOptions.TABLE,
        new SinkOption(
            SCHEMA,
            new OptionKind.Text(),
            Optional.empty(),
            "The schema of the table; by default the first of the search path that is there."),
        TableOptions.MODE);
  }

  @Override
  public boolean takesNonFinite() {
    return true;
  }

  @Override
  public Optional<String> problemWithTarget(SinkOptions options, String output) {
    try {
      settings(output);
      table(options);
      return Optional.empty();
    } catch (InvalidTargetException invalid) {
      return Optional.of(invalid.sentence());
    }
  }

  @Override
  public void check(SinkCheck check) throws IOException {
    if (check.dryRun()) {
      return;
    }
    try {
      TargetTable table = table(check.options());
      try (ServerConnection connection =
          ServerConnection.forChecking(
              settings(check.externalTarget().orElseThrow()), TableUse.EXPORT)) {
        connection.run("the table could not be looked at", () -> table.check(connection));
      }
    } catch (InvalidTargetException invalid) {
      throw new IOException(invalid.getMessage(), invalid);
    }
  }

  @Override
  public Sink open(SinkContext context) throws IOException {
    try {
      return PostgresqlSink.open(
          settings(((SinkTarget.External) context.target()).name()),
          table(context.options()),
          context.schema());
    } catch (InvalidTargetException invalid) {
      throw new IOException(invalid.getMessage(), invalid);
    }
  }

  @Override
  public Optional<SliceTables> sliceTables() {
    return Optional.of(tables);
  }

  private ConnectionSettings settings(String output) throws InvalidTargetException {
    return search.settings(ServerAddress.parse(output));
  }

  private static TargetTable table(SinkOptions options) throws InvalidTargetException {
    return TargetTable.of(
        options.find(SCHEMA), TableOptions.table(options), TableOptions.mode(options));
  }
}
