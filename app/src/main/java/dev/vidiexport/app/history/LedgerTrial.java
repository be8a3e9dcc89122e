package dev.vidiexport.app.history;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.http.BaseUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a sync could go on from what is known of a history. Changes nothing. */
public final class LedgerTrial {
  private LedgerTrial() {}

  /**
   * Reads the ledger of a project.
   *
   * @param address where VidiCenter is; empty where that is not known
   * @return what is in it, in a sentence
   * @throws UsageException when the project does not fit it
   * @throws dev.vidiexport.domain.failure.ExportException when it is missing, or cannot be read
   */
  public static String finding(Console console, ChosenProject chosen, Optional<BaseUrl> address) {
    HistoryLedgers ledgers = new HistoryLedgers(console, chosen);
    try (LedgerReader ledger = ledgers.read().orElseGet(EmptyLedger::new)) {
      if (address.isPresent()) {
        ledgers.requireSyncable(ledger, address.orElseThrow());
      } else {
        ledgers.requirePlannable(ledger);
      }
      return told(ledger);
    }
  }

  private static String told(LedgerReader ledger) {
    Optional<Instant> lastRun = ledger.lastRun();
    List<LedgerExport> exports = ledger.exports();
    return lastRun.isEmpty()
        ? "None yet: the first sync makes it."
        : "It knows %s; the last sync began at %s."
            .formatted(NumberText.counted(exports.size(), "export"), lastRun.orElseThrow());
  }
}
