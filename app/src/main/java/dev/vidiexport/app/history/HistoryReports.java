package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.audience.ReportSettings;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.extract.ListedRows;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.RowFileReader;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.reporting.ReportDays;
import dev.vidiexport.domain.reporting.ReportOfHistory;
import java.util.List;

/** Makes reports of histories. */
public final class HistoryReports {
  private final Console console;
  private final Runnable goesOn;
  private final Pacer pacer = Wiring.pacer();
  private final RowFileReader reader = Wiring.rowFileReader();

  /**
   * Makes none yet.
   *
   * @param goesOn throws when the run must end
   */
  public HistoryReports(Console console, Runnable goesOn) {
    this.console = console;
    this.goesOn = goesOn;
  }

  /**
   * Makes a report of the exports that were chosen.
   *
   * @throws UsageException when their settings do not fit the ledger, or their files cannot be read
   * @throws dev.vidiexport.domain.failure.ExportException as {@link ReportOfHistory#run} says
   */
  public AudienceReport report(ChosenProject chosen, ReportDays days, ReportSettings settings) {
    requireReadable(chosen.histories());
    HistoryLedgers ledgers = new HistoryLedgers(console, chosen);
    try (LedgerReader ledger = ledgers.read().orElseGet(EmptyLedger::new);
        HistoryContents contents = HistoryContents.of(chosen.project(), ledger, reader)) {
      ledgers.requirePlannable(ledger);
      ListedRows rows = new ListedRows(ledger, contents.listed(), pacer, goesOn);
      return new ReportOfHistory(
              ledger, rows, chosen.histories(), DataCatalogue.documented(), settings)
          .run(days, RunningClock.of(chosen.selection().asOf(), pacer).now());
    }
  }

  private void requireReadable(List<HistoryExport> exports) {
    List<String> problems =
        exports.stream()
            .flatMap(export -> HistoryContents.obstacle(export, reader).stream())
            .map(obstacle -> new Failure(FailureReason.HISTORY_NOT_READABLE, obstacle))
            .map(CommandLineAdvice::told)
            .distinct()
            .toList();
    if (!problems.isEmpty()) {
      throw new UsageException(problems);
    }
  }
}
