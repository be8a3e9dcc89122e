package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Histories in tables of a SQLite file. Immutable.
 *
 * <p>Nothing keeps another run from the tables: whoever writes has locked the ledger, of which
 * there is one for these tables, and SQLite lets in one writer at a time anyway.
 */
final class SqliteSliceTables implements SliceTables {
  @Override
  public Optional<String> problemWith(String address, SliceTable table) {
    return DatabaseAddress.problemWith("target", address).or(() -> problemWith(table));
  }

  private static Optional<String> problemWith(SliceTable table) {
    String folded = FoldedName.of(table.name());
    if (table.schema().isPresent()) {
      return Optional.of("A SQLite file has no schemas, so schema must be left out.");
    }
    if (folded.isBlank() || folded.indexOf('\0') >= 0) {
      return Optional.of("The value of table must be a name.");
    }
    if (folded.startsWith("sqlite_")) {
      return Optional.of(
          "The value of table must not begin with sqlite_, because such names belong to SQLite.");
    }
    return folded.equals(SliceRecords.TABLE)
        ? Optional.of(
            "The value of table must not be %s, because what is known of all rows is kept there."
                .formatted(SliceRecords.TABLE))
        : Optional.empty();
  }

  @Override
  public void check(SliceTarget target) throws IOException {
    requireDifferentNames(target);
    Optional<SqliteTransaction> begun = file(target).beginIfThere();
    if (begun.isPresent()) {
      try (SqliteTransaction transaction = begun.get()) {
        transaction.run(
            "it could not be read",
            connection -> {
              SchemaContent content = new SchemaContent(connection, SqliteTransaction.MAIN);
              for (SliceTable each : target.tables()) {
                HistoryTable table = new HistoryTable(content, each.name());
                table.requireOurs(target.ledger());
                table.refuseSideEffects();
              }
            });
      }
    }
  }

  private static void requireDifferentNames(SliceTarget target) throws IOException {
    Set<String> names = new HashSet<>();
    for (SliceTable table : target.tables()) {
      if (!names.add(FoldedName.of(table.name()))) {
        throw new IOException(
            "two exports have the table \"%s\", for SQLite does not tell upper from lower case. %s"
                .formatted(table.name(), HistoryTable.ANOTHER));
      }
    }
  }

  @Override
  public SliceWriter write(SliceTarget target) throws IOException {
    check(target);
    return new SqliteSliceWriter(file(target), target);
  }

  @Override
  public SliceReader read(SliceTarget target) throws IOException {
    requireDifferentNames(target);
    SqliteSliceReader reader = new SqliteSliceReader(file(target), target.requireLedger());
    reader.requireOurs(target.tables());
    return reader;
  }

  private static DatabaseFile file(SliceTarget target) throws IOException {
    return DatabaseFile.of(DatabaseAddress.path(target.address())).ofHistory();
  }
}
