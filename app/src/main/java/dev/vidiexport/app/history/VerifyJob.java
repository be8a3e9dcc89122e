package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.progress.VerifyDisplay;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.project.ProjectExport;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.verify.LostSlices;
import dev.vidiexport.domain.verify.VerifiedExport;
import dev.vidiexport.domain.verify.VerifyHistory;
import dev.vidiexport.domain.verify.VerifyReport;
import dev.vidiexport.domain.verify.VerifySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what a history has with its ledger, and tells what differs. */
public final class VerifyJob {
  /** More would wait for the same disk. */
  private static final int MOST_THREADS = 2;

  private final VerifyOrder order;
  private final Console console;
  private final UserMessages messages;
  private final TerminationSignals signals;
  private final HistoryLedgers ledgers;

  public VerifyJob(VerifyOrder order, Console console, UserMessages messages) {
    this.order = order;
    this.console = console;
    this.messages = messages;
    this.signals = TerminationSignals.watch(messages);
    this.ledgers = new HistoryLedgers(console, order.chosen());
  }

  /** What was found, and how many slices were marked as missing, where that was wanted. */
  private record Outcome(VerifyReport report, OptionalInt marked) {}

  /**
   * Does all of it.
   *
   * @return the exit code
   */
  public int run() {
    try {
      Outcome outcome = order.isRepair() ? repair() : verify();
      tell(outcome);
      return exitCode(outcome.report());
    } catch (ExportException failure) {
      messages.error(CommandLineAdvice.toldOfHistory(failure.failure()), failure);
      return failure.kind() == FailureKind.CANCELLED
          ? signals.exitCode()
          : ExitCode.of(failure.kind());
    }
  }

  /** Whether a file that cannot be read is as it was, nobody knows. */
  private static int exitCode(VerifyReport report) {
    if (!report.unreadable().isEmpty()) {
      return ExitCode.OUTPUT;
    }
    return report.findings().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCE;
  }

  private Outcome verify() {
    try (LedgerReader ledger = ledgers.read().orElseGet(EmptyLedger::new)) {
      ledgers.requirePlannable(ledger);
      return new Outcome(verify(ledger), OptionalInt.empty());
    }
  }

  private Outcome repair() {
    if (!mayBegin()) {
      return new Outcome(verify(new EmptyLedger()), OptionalInt.of(0));
    }
    try (HeldTarget held =
            HeldTarget.hold(
                order.chosen().project().target(),
                ProcessNames.own(console, RunningClock.ofMachine().now()));
        Ledger ledger = ledgers.open(held)) {
      // Another run may have ended between the first look and now.
      ledgers.requirePlannable(ledger);
      VerifyReport report = verify(ledger);
      return new Outcome(report, OptionalInt.of(LostSlices.mark(ledger, report)));
    }
  }

  /**
   * What does not fit is found out before the target is held, which another run may hold. What is
   * wrong with the ledger itself is told after that. A history that has not begun is not begun by
   * this.
   */
  private boolean mayBegin() {
    try (LedgerReader ledger = ledgers.read().orElse(null)) {
      if (ledger != null) {
        ledgers.requirePlannable(ledger);
      }
      return ledger != null;
    } catch (ExportException unreadable) {
      messages.detail("The ledger will be tried again: " + unreadable.getMessage());
      return true;
    }
  }

  private VerifyReport verify(LedgerReader ledger) {
    try (HistoryContents contents =
            HistoryContents.of(order.chosen().project(), ledger, Wiring.rowFileReader());
        VerifyDisplay display = VerifyDisplay.of(console, messages)) {
      VerifyHistory verify =
          new VerifyHistory(
              ledger,
              contents.standing(),
              contents.foreign(),
              Wiring.pacer(),
              Wiring.readerThreads(),
              display::show,
              new VerifySettings(
                  exports(ledger),
                  order.chosen().selection().start(),
                  order.chosen().selection().end(),
                  order.part(),
                  order.withRows(),
                  Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
      // It stays registered: the process ends with it.
      signals.register(verify::cancel);
      return verify.run();
    }
  }

  private List<VerifiedExport> exports(LedgerReader ledger) {
    List<VerifiedExport> exports =
        new ArrayList<>(order.chosen().histories().stream().map(VerifiedExport::of).toList());
    if (!order.namesExports()) {
      exports.addAll(others(ledger).stream().map(VerifiedExport::ofLedger).toList());
    }
    return exports;
  }

  /** Exports that have left the project file keep their files, and are named once a run. */
  private List<String> others(LedgerReader ledger) {
    Set<String> wanted =
        order.chosen().project().exports().stream()
            .map(ProjectExport::name)
            .collect(Collectors.toSet());
    List<String> others =
        ledger.exports().stream()
            .map(LedgerExport::name)
            .filter(name -> !wanted.contains(name))
            .toList();
    if (!others.isEmpty()) {
      messages.note(
          "verified, too, although the project file does not have them: "
              + String.join(", ", others));
    }
    return others;
  }

  private void tell(Outcome outcome) {
    VerifyReport report = outcome.report();
    if (order.chosen().selection().json()) {
      console.out().println(VerifyJson.of(report, outcome.marked()));
    } else {
      VerifyText.of(report, order.part(), outcome.marked(), inTables())
          .forEach(console.out()::println);
    }
    console.out().flush();
    report.unreadRows().forEach(messages::note);
    VerifyText.unreadable(report, inTables()).forEach(messages::warn);
  }

  private boolean inTables() {
    return order.chosen().project().target() instanceof HistoryTarget.Database;
  }
}
