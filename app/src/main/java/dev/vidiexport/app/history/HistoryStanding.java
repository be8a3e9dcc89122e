package dev.vidiexport.app.history;

import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.status.HistoryStatus;
import dev.vidiexport.domain.status.StatusReview;
import java.time.Instant;

/** Looks how a history stands, changes nothing, and calls nobody. */
final class HistoryStanding {
  private HistoryStanding() {}

  /**
   * How the exports that were chosen stand.
   *
   * @param asOf the moment for which that is said
   * @throws dev.vidiexport.app.console.UsageException when their settings do not fit the ledger
   * @throws dev.vidiexport.domain.failure.ExportException when the ledger cannot be read
   */
  static HistoryStatus of(HistoryLedgers ledgers, ChosenProject chosen, Instant asOf) {
    try (LedgerReader ledger = ledgers.read().orElseGet(EmptyLedger::new)) {
      ledgers.requirePlannable(ledger);
      PlanSettings settings =
          new PlanSettings(
              asOf,
              chosen.selection().start(),
              chosen.selection().end(),
              PlanOrder.NEWEST_FIRST,
              false);
      return StatusReview.of(ledger, chosen.histories(), settings, DataCatalogue.documented());
    }
  }
}
