package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.sync.HistoryPlanning;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says what a sync would do, and changes nothing. */
public final class PlanJob {
  private final ChosenProject chosen;
  private final Optional<SessionSettings> online;
  private final ServiceLimits limits;
  private final Duration timeLimit;
  private final Console console;
  private final UserMessages messages;

  /**
   * A plan to be made.
   *
   * @param online what is needed to ask for the topology; empty to go by what was seen last
   * @param limits the limits that a sync would keep
   * @param timeLimit how long asking for the topology may take
   */
  public PlanJob(
      ChosenProject chosen,
      Optional<SessionSettings> online,
      ServiceLimits limits,
      Duration timeLimit,
      Console console,
      UserMessages messages) {
    this.chosen = chosen;
    this.online = online;
    this.limits = limits;
    this.timeLimit = timeLimit;
    this.console = console;
    this.messages = messages;
  }

  /**
   * Does all of it.
   *
   * @return the exit code
   */
  public int run() {
    TerminationSignals signals = TerminationSignals.watch(messages);
    try {
      return signals.run(() -> show(signals));
    } catch (ExportException failure) {
      messages.error(CommandLineAdvice.toldOfHistory(failure.failure()), failure);
      return ExitCode.of(failure.kind());
    }
  }

  private void show(TerminationSignals signals) {
    HistoryLedgers ledgers = new HistoryLedgers(console, chosen);
    try (LedgerReader ledger = ledgers.read().orElseGet(EmptyLedger::new)) {
      ledgers.requirePlannable(ledger);
      Instant asOf = RunningClock.of(chosen.selection().asOf(), Wiring.pacer()).now();
      Optional<Topology> topology =
          online.isPresent() ? Optional.of(topology(online.get(), signals)) : seenLast(ledger);
      PlanSettings settings =
          new PlanSettings(
              asOf,
              chosen.selection().start(),
              chosen.selection().end(),
              PlanOrder.NEWEST_FIRST,
              false);
      HistoryOutlook outlook =
          new HistoryOutlook(
              asOf,
              HistoryPlanning.plan(
                  ledger, chosen.histories(), topology, settings, DataCatalogue.documented()),
              limits.calls());
      if (chosen.selection().json()) {
        console.out().println(PlanJson.of(outlook));
      } else {
        PlanText.of(outlook).forEach(console.out()::println);
      }
    }
  }

  private Topology topology(SessionSettings settings, TerminationSignals signals) {
    try (CommandSession session = CommandSession.open(settings, console, messages)) {
      ListLocations listing = session.listing(timeLimit);
      signals.register(listing::cancel);
      return listing.topology();
    }
  }

  /** What "all" stands for cannot be guessed. */
  private Optional<Topology> seenLast(LedgerReader ledger) {
    Optional<Topology> topology = ledger.topology();
    if (topology.isEmpty()) {
      chosen.histories().stream()
          .filter(export -> export.sources() instanceof SourceSelection.All)
          .findFirst()
          .ifPresent(PlanJob::refuse);
    }
    return topology;
  }

  private static void refuse(HistoryExport export) {
    throw new ExportException(
        FailureReason.SOURCES_NOT_KNOWN,
        "The export %s asks for all %s, and which those are has never been learnt."
            .formatted(export.name(), export.sources().kind().argument()));
  }
}
