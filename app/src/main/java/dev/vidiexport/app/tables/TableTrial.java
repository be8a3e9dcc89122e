package dev.vidiexport.app.tables;

import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import java.util.Optional;

/** Tries whether a history could be kept in its database, without changing anything there. */
public final class TableTrial {
  private TableTrial() {}

  /**
   * Asks the database.
   *
   * @param tables of the target's format, as this run may use it
   * @param ledger the ledger's id; empty where there is none yet
   * @throws ExportException {@code TARGET_HELD} when another run writes to the tables; {@code
   *     OUTPUT_NOT_WRITTEN} when the history could not be kept there
   */
  public static void of(
      HistoryTarget.Database target,
      SliceTables tables,
      ExportTables exports,
      Optional<String> ledger) {
    SliceTarget wanted = new SliceTarget(target.address(), ledger, exports.all());
    new TableFailures(target.format())
        .ofHistory(
            () -> {
              tables.check(wanted);
              return wanted;
            });
  }
}
