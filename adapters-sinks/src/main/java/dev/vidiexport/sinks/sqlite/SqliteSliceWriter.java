package dev.vidiexport.sinks.sqlite;

import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.io.IOException;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Writes slices to tables of a SQLite file, which it opens for as long as a step takes. */
final class SqliteSliceWriter implements SliceWriter {
  private final DatabaseFile file;
  private final String ledger;

  /** The names of tables that were looked at. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** The target's tables have been looked at. */
  SqliteSliceWriter(DatabaseFile file, SliceTarget target) {
    this.file = file;
    this.ledger = target.requireLedger();
    known.addAll(target.tables().stream().map(SliceTable::name).collect(Collectors.toSet()));
  }

  @Override
  public boolean has(SliceTable table) throws IOException {
    Optional<FileLook> looked = FileLook.open(file);
    if (looked.isEmpty()) {
      return false;
    }
    try (FileLook look = looked.get()) {
      return look.get(
          connection -> {
            HistoryTable its = table(connection, table);
            its.requireOurs(Optional.of(ledger));
            return its.isThere();
          });
    }
  }

  @Override
  public SliceSink open(SliceContext context) throws IOException {
    HistoryTable.requireRoom(context.table().name(), context.columns().size());
    if (!known.contains(context.table().name())) {
      has(context.table());
      known.add(context.table().name());
    }
    return SqliteSliceSink.open(file, ledger, context);
  }

  /**
   * Asks as one who writes: whoever began before has ended by then, and what a killed program left
   * half done SQLite has taken back as it opened the file.
   */
  @Override
  public Optional<CommittedSlice> committed(SliceTable table, Slice slice) throws IOException {
    Optional<SqliteTransaction> begun = file.beginIfThere();
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    try (SqliteTransaction transaction = begun.get()) {
      return transaction.get(
          "it could not be read",
          connection -> {
            HistoryTable its = table(connection, table);
            its.requireOurs(Optional.of(ledger));
            return new SliceRecords(its.content()).find(ledger, table.name(), slice);
          });
    }
  }

  @Override
  public void remove(SliceTable table, CommittedSlice none) throws IOException {
    removed(table, none).commitAndClose();
  }

  private SqliteTransaction removed(SliceTable table, CommittedSlice none) throws IOException {
    SqliteTransaction transaction = file.begin();
    try {
      transaction.run(
          "the rows could not be removed",
          connection -> {
            HistoryTable its = table(connection, table);
            its.requireOurs(Optional.of(ledger));
            its.refuseSideEffects();
            if (its.isThere()) {
              its.clear(none.slice().id());
            }
            new SliceRecords(its.content()).put(ledger, table.name(), none);
          });
      return transaction;
    } catch (IOException | RuntimeException | Error failure) {
      transaction.closeAfter(failure);
      throw failure;
    }
  }

  private static HistoryTable table(Connection connection, SliceTable table) {
    return new HistoryTable(new SchemaContent(connection, SqliteTransaction.MAIN), table.name());
  }

  @Override
  public void close() {
    // Nothing is held between two steps.
  }
}
