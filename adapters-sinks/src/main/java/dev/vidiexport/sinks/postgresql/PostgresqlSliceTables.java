package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.Optional;

/**
 * Histories in tables of a PostgreSQL server. Immutable.
 *
 * @param search what is known of connections
 */
record PostgresqlSliceTables(SettingsSearch search) implements SliceTables {
  @Override
  public Optional<String> problemWith(String address, SliceTable table) {
    try {
      search.settings(ServerAddress.parse(address));
      return SliceNames.problemWith(table);
    } catch (InvalidTargetException invalid) {
      return Optional.of(invalid.sentence());
    }
  }

  @Override
  public void check(SliceTarget target) throws IOException {
    try (ServerConnection connection =
        ServerConnection.forChecking(settings(target), TableUse.HISTORY)) {
      connection.run(
          "the tables could not be looked at",
          () -> TableHold.lock(connection, HistoryTables.findWritable(connection, target)));
    }
  }

  @Override
  public SliceWriter write(SliceTarget target) throws IOException {
    return PostgresqlSliceWriter.open(settings(target), target);
  }

  @Override
  public SliceReader read(SliceTarget target) throws IOException {
    return PostgresqlSliceReader.open(settings(target), target);
  }

  private ConnectionSettings settings(SliceTarget target) throws IOException {
    try {
      return search.settings(ServerAddress.parse(target.address()));
    } catch (InvalidTargetException invalid) {
      throw new IOException(invalid.getMessage(), invalid);
    }
  }
}
