package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.ledger.LedgerPlace;
import dev.vidiexport.app.ledger.SqliteLedgers;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.project.ProjectExport;
import dev.vidiexport.app.staging.TargetFolder;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.sync.HistoryChecks;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.http.BaseUrl;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens ledgers, and makes sure that what is asked of a history fits its ledger. */
final class HistoryLedgers {
  private static final int MOST_CHARACTERS = 1_000;

  private final SqliteLedgers ledgers;
  private final ChosenProject chosen;

  HistoryLedgers(Console console, ChosenProject chosen) {
    this.ledgers = SqliteLedgers.of(console);
    this.chosen = chosen;
  }

  /**
   * The ledger of the target, to be read and closed; empty where there is none.
   *
   * @throws ExportException {@code LEDGER_MISSING} when there are files that it should know
   */
  Optional<LedgerReader> read() {
    LedgerPlace place = place();
    requireKnownFiles(place);
    return ledgers.read(place);
  }

  /**
   * The ledger of a target that is held, to be written and closed; it is made where it is missing.
   *
   * @throws ExportException {@code LEDGER_MISSING} when there are files that it should know
   */
  Ledger open(HeldTarget target) {
    requireKnownFiles(target.ledger());
    return ledgers.open(target.ledger());
  }

  private LedgerPlace place() {
    return chosen.project().target() instanceof HistoryTarget.Database database
        ? LedgerPlace.file(database.ledger())
        : LedgerPlace.inFolder(((HistoryTarget.Folder) chosen.project().target()).path());
  }

  private void requireKnownFiles(LedgerPlace place) {
    if (chosen.project().target() instanceof HistoryTarget.Folder folder) {
      // In this order: whoever publishes a file has made the ledger before.
      Optional<String> withFiles = exportWithFiles(folder.path());
      if (!ledgers.isThere(place)) {
        withFiles.ifPresent(export -> refuse(folder.path(), export));
      }
    } else if (!ledgers.isThere(place)) {
      place.newestCopy().ifPresent(copy -> refuse(place, copy));
    }
  }

  private static void refuse(LedgerPlace place, Path copy) {
    throw new ExportException(
        FailureReason.LEDGER_MISSING,
        "There is no ledger %s, though a copy of it lies beside it, %s."
            .formatted(
                CleanText.escaped(place.ledger().toString(), MOST_CHARACTERS), copy.getFileName()));
  }

  /** One that is not chosen counts, too: a new ledger would not know its files either. */
  private Optional<String> exportWithFiles(Path target) {
    return chosen.project().exports().stream()
        .map(ProjectExport::name)
        .filter(export -> TargetFolder.holdsFilesOf(target, export))
        .findFirst();
  }

  private static void refuse(Path target, String export) {
    throw new ExportException(
        FailureReason.LEDGER_MISSING,
        "The history in %s has files of %s, but no ledger that knows them."
            .formatted(CleanText.escaped(target.toString(), MOST_CHARACTERS), export));
  }

  /**
   * Makes sure that a plan can be made.
   *
   * @throws UsageException with all that is wrong
   */
  void requirePlannable(LedgerReader ledger) {
    require(HistoryChecks.settings(ledger, chosen.histories()));
  }

  /**
   * Makes sure that a sync can begin.
   *
   * @param address the service that is asked; one on this machine may be ahead of its clock
   * @throws UsageException with all that is wrong
   */
  void requireSyncable(LedgerReader ledger, BaseUrl address) {
    List<Failure> problems = new ArrayList<>(HistoryChecks.settings(ledger, chosen.histories()));
    HistoryChecks.host(ledger, address.host()).ifPresent(problems::add);
    Optional<Instant> asOf = chosen.selection().asOf();
    asOf.flatMap(moment -> HistoryChecks.moment(ledger, moment)).ifPresent(problems::add);
    asOf.filter(moment -> !address.isOnThisMachine())
        .flatMap(moment -> HistoryChecks.notAhead(moment, RunningClock.ofMachine().now()))
        .ifPresent(problems::add);
    require(problems);
  }

  private static void require(List<Failure> problems) {
    if (!problems.isEmpty()) {
      throw new UsageException(problems.stream().map(CommandLineAdvice::told).toList());
    }
  }
}
