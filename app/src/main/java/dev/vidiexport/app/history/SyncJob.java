package dev.vidiexport.app.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.InterruptibleRun;
import dev.vidiexport.app.console.RepeatedCommand;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.metrics.RunRecorder;
import dev.vidiexport.app.progress.SyncDisplay;
import dev.vidiexport.app.project.ProjectExport;
import dev.vidiexport.app.staging.AtomicFile;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.sync.SyncHistory;
import dev.vidiexport.domain.sync.SyncResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Carries out a valid {@code sync}, and tells what came of it. */
public final class SyncJob {
  private final SyncOrder order;
  private final RepeatedCommand command;
  private final Console console;
  private final UserMessages messages;
  private final TerminationSignals signals;
  private final Pacer time = Wiring.pacer();
  private final Optional<AtomicFile> reportFile;
  private final Supplier<CommandSession> sessions;
  private final RunRecorder metrics;

  /**
   * A sync that is to be carried out.
   *
   * @param command what the user wrote, for those who go on with it
   * @param metrics are told what is written; their owner writes them
   */
  public SyncJob(
      SyncOrder order,
      RepeatedCommand command,
      Console console,
      UserMessages messages,
      RunRecorder metrics) {
    this(
        order,
        command,
        console,
        messages,
        metrics,
        () -> CommandSession.open(order.session(), console, messages, metrics.watch()));
  }

  /**
   * A job that has its session from elsewhere.
   *
   * @param sessions opens one, which is closed at the end; asked once at most
   */
  SyncJob(
      SyncOrder order,
      RepeatedCommand command,
      Console console,
      UserMessages messages,
      RunRecorder metrics,
      Supplier<CommandSession> sessions) {
    this.metrics = metrics;
    this.sessions = sessions;
    this.order = order;
    this.command = command;
    this.console = console;
    this.messages = messages;
    this.signals = TerminationSignals.watch(messages);
    this.reportFile = order.reportFile().map(AtomicFile::of);
  }

  /**
   * Does all of it.
   *
   * @return the exit code
   */
  public int run() {
    try {
      reportFile.ifPresent(AtomicFile::check);
    } catch (ExportException refused) {
      messages.error(CommandLineAdvice.toldOfReceipt(refused.failure()), refused);
      return ExitCode.of(refused.kind());
    }
    SyncResult result = perform();
    int exitCode = exitCode(result);
    new SyncEnd(result, command, messages).tell(exitCode);
    metrics.synced(result.exports());
    if (exitCode != ExitCode.USAGE) {
      String json = SyncJson.of(result, exitCode);
      reportFile.ifPresent(file -> write(file, json));
      if (order.chosen().selection().json()) {
        console.out().println(json);
      }
    }
    // Last, as it may take long, and a signal leaves the process only a few seconds.
    if (metrics.isWanted()) {
      noteStanding();
    }
    return exitCode;
  }

  /** Metrics without it are better than none. */
  private void noteStanding() {
    try {
      HistoryLedgers ledgers = new HistoryLedgers(console, order.chosen());
      Instant asOf = RunningClock.of(order.chosen().selection().asOf(), time).now();
      metrics.stands(HistoryStanding.of(ledgers, order.chosen(), asOf).exports());
    } catch (RuntimeException unreadable) {
      messages.warn(
          "The metrics do not tell how the history stands: " + unreadable.getMessage(),
          Optional.of(unreadable));
    }
  }

  /** Whatever keeps it from beginning is an end like any other; but for what the user asked for. */
  private SyncResult perform() {
    Optional<Instant> asOf = order.chosen().selection().asOf();
    HistoryClock clock = RunningClock.of(asOf, time);
    // Exactly: whoever gives the same moment again must not be before this run.
    Instant begun = asOf.orElseGet(clock::now);
    HistoryLedgers ledgers = new HistoryLedgers(console, order.chosen());
    try {
      requireSyncable(ledgers);
      return sync(ledgers, clock, begun);
    } catch (UsageException usage) {
      throw usage;
    } catch (ExportException failure) {
      return notBegun(failure);
    } catch (RuntimeException | Error defect) {
      return notBegun(ExportException.defect(defect));
    }
  }

  private SyncResult notBegun(ExportException failure) {
    return SyncResult.notBegun(order.settings().exports(), time.elapsed(), failure);
  }

  /**
   * What does not fit is found out before the target is held, which another run may hold. What is
   * wrong with the ledger itself is told after that.
   */
  private void requireSyncable(HistoryLedgers ledgers) {
    try (LedgerReader ledger = ledgers.read().orElseGet(EmptyLedger::new)) {
      ledgers.requireSyncable(ledger, order.session().http().baseUrl());
    } catch (ExportException unreadable) {
      messages.detail("The ledger will be tried again: " + unreadable.getMessage());
    }
  }

  private SyncResult sync(HistoryLedgers ledgers, HistoryClock clock, Instant begun) {
    SyncSinks sinks = new SyncSinks(order, time, signals::hasCome, messages);
    try (HeldTarget target =
            HeldTarget.hold(
                order.chosen().project().target(),
                ProcessNames.own(console, RunningClock.ofMachine().now()));
        Ledger ledger = ledgers.open(target)) {
      // Another run may have ended between the first look and now.
      ledgers.requireSyncable(ledger, order.session().http().baseUrl());
      try (HistoryStores stores = HistoryStores.of(target, ledger, sinks)) {
        tellLeftAlone(ledger);
        return sync(ledger, stores, clock, begun);
      }
    }
  }

  /** An export that has left the project file keeps its files, and is named once a run. */
  private void tellLeftAlone(Ledger ledger) {
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
          "left as they are, because the project file does not have them: "
              + String.join(", ", others));
    }
  }

  private SyncResult sync(Ledger ledger, HistoryStores stores, HistoryClock clock, Instant begun) {
    try (CommandSession session = sessions.get();
        SyncDisplay display = SyncDisplay.of(console, messages)) {
      SyncHistory sync =
          session.sync(
              ledger,
              stores.store(),
              stores.listed(),
              stores.dimensions(),
              clock,
              begun,
              order.settings(),
              new SyncMessages(messages, display, order.session().limits(), metrics.watch()));
      // It stays registered: the process ends with it.
      signals.register(interruptible(sync));
      return sync.run();
    }
  }

  private InterruptibleRun interruptible(SyncHistory sync) {
    return new InterruptibleRun() {
      @Override
      public void cancel() {
        sync.cancel();
      }

      @Override
      public void abandon(int exitCode) {
        metrics.abandon(exitCode);
      }
    };
  }

  private int exitCode(SyncResult result) {
    if (result.ending().isPresent()) {
      FailureKind kind = result.ending().get().kind();
      return kind == FailureKind.CANCELLED ? signals.exitCode() : ExitCode.of(kind);
    }
    return result.isComplete() ? ExitCode.DONE : ExitCode.SLICES_MISSING;
  }

  private void write(AtomicFile file, String json) {
    try {
      file.replace((json + "\n").getBytes(UTF_8));
    } catch (ExportException failure) {
      messages.warn(
          "The report could not be written: " + CommandLineAdvice.toldOfReceipt(failure.failure()));
    }
  }
}
