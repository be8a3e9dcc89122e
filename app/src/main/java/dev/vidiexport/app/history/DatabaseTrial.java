package dev.vidiexport.app.history;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.tables.TableTrial;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.spi.SliceTables;
import java.util.Optional;

/** Tries whether the database of a project takes its history. */
public final class DatabaseTrial {
  private DatabaseTrial() {}

  /**
   * Asks the database, and changes nothing.
   *
   * @param target of the project
   * @param tables of the target's format, as this run may use it
   * @throws ExportException as {@link TableTrial#of}; also when the ledger cannot be read
   */
  public static void of(
      Console console, ChosenProject chosen, HistoryTarget.Database target, SliceTables tables) {
    Optional<String> ledger;
    try (LedgerReader reader =
        new HistoryLedgers(console, chosen).read().orElseGet(EmptyLedger::new)) {
      ledger = reader.id();
    }
    TableTrial.of(target, tables, HistoryStores.tablesOf(chosen.project()), ledger);
  }
}
