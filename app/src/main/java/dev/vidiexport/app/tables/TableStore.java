package dev.vidiexport.app.tables;

import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import java.time.Instant;

/**
 * Keeps slices in tables that no other run writes to meanwhile. Ownership of the writer passes to
 * it.
 */
public final class TableStore implements SliceStore {
  private final SliceWriter writer;
  private final ExportTables exports;
  private final TableFailures failures;

  private TableStore(SliceWriter writer, ExportTables exports, TableFailures failures) {
    this.writer = writer;
    this.exports = exports;
    this.failures = failures;
  }

  /**
   * Takes the tables of a history.
   *
   * @param tables of the target's format, as this run may use it
   * @param ledger knows what the tables should have
   * @throws ExportException {@code TARGET_HELD} when another run has them; {@code
   *     OUTPUT_NOT_WRITTEN} when they cannot be written to, are somebody else's, or one is not
   *     there though the ledger knows of its rows
   */
  public static TableStore hold(
      HistoryTarget.Database target,
      SliceTables tables,
      ExportTables exports,
      LedgerReader ledger) {
    TableFailures failures = new TableFailures(target.format());
    SliceTarget wanted = new SliceTarget(target.address(), ledger.id(), exports.all());
    TableStore store =
        new TableStore(
            failures.ofHistory(() -> tables.write(wanted)),
            exports.with(ledger.exports()),
            failures);
    boolean complete = false;
    try {
      store.requireTables(exports, ledger);
      complete = true;
      return store;
    } finally {
      if (!complete) {
        store.close();
      }
    }
  }

  /** Without it a database that is new, or an old copy, would be called complete. */
  private void requireTables(ExportTables wanted, LedgerReader ledger) {
    wanted
        .byName()
        .forEach(
            (export, table) -> {
              if (ledger.rowSpan(export).isPresent()
                  && !failures.ofTable(table, () -> writer.has(table))) {
                throw new ExportException(
                    FailureReason.TABLE_MISSING,
                    "The table %s is not in the database, though the ledger knows of rows in it."
                        .formatted(QuotedText.of(table.name())));
              }
            });
  }

  /** What writes the dimensions beside the slices. */
  TableWriting writing() {
    return new TableWriting(writer, failures);
  }

  /** What writes tables, and tells what it could not do. */
  record TableWriting(SliceWriter writer, TableFailures failures) {}

  /** The table of the export that the project file names first. */
  SliceTable first() {
    return exports.all().get(0);
  }

  @Override
  public SliceOutput output(SliceKey key) {
    return new TableSlice(writer, exports.of(key.export()), key, failures);
  }

  @Override
  public boolean settle(Ledger.Publication open, Instant at) {
    CommittedSlice announced = TableSlice.committed(open.key(), open.answer());
    // An export that has gone before its first slice was known has a table that nobody names.
    return exports
        .find(open.key().export())
        .flatMap(table -> failures.ofTable(table, () -> writer.committed(table, announced.slice())))
        .filter(announced::equals)
        .isPresent();
  }

  @Override
  public void remove(SliceKey key, SliceReplacement none) {
    SliceTable table = exports.of(key.export());
    failures.ofTable(
        table,
        () -> {
          writer.remove(table, TableSlice.committed(key, none.answer()));
          return table;
        });
  }

  @Override
  public void removeOld(Instant now) {
    // What was replaced in a table is gone; the changes that were told have its figures.
  }

  @Override
  public void close() {
    writer.close();
  }
}
