package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.InterruptibleOutputStream;
import dev.vidiexport.app.console.InterruptibleRun;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.export.TimeLimitedCheck;
import dev.vidiexport.app.export.TimeLimitedProvider;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.progress.ProgressDisplay;
import dev.vidiexport.app.staging.Destinations;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.extract.ExtractReceipt;
import dev.vidiexport.domain.extract.ExtractRows;
import dev.vidiexport.domain.extract.ExtractSettings;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.RowFileReader;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** Carries out a valid {@code extract}, and tells what came of it. */
public final class ExtractJob {
  /** So long a format of others may check whether it can work here. */
  private static final Duration TIME_TO_CHECK = Duration.ofHours(1);

  private final ExtractOrder order;
  private final Console console;
  private final UserMessages messages;
  private final TerminationSignals signals;
  private final Pacer pacer = Wiring.pacer();
  private final RowFileReader reader = Wiring.rowFileReader();

  public ExtractJob(ExtractOrder order, Console console, UserMessages messages) {
    this.order = order;
    this.console = console;
    this.messages = messages;
    this.signals = TerminationSignals.watch(messages);
  }

  /**
   * Does all of it.
   *
   * @return the exit code
   */
  public int run() {
    requireReadable();
    try (Destination destination =
        Destinations.of(order.output().settings(standardOutput(), provider()))) {
      return signals.run(() -> extract(destination));
    } catch (ExportException failure) {
      messages.error(CommandLineAdvice.told(failure.failure()), failure);
      return ExitCode.of(failure.kind());
    }
  }

  private void requireReadable() {
    HistoryContents.obstacle(order.export(), reader)
        .ifPresent(
            obstacle -> {
              Failure failure = new Failure(FailureReason.HISTORY_NOT_READABLE, obstacle);
              throw new UsageException(List.of(CommandLineAdvice.told(failure)));
            });
  }

  private void extract(Destination destination) {
    HistoryLedgers ledgers = new HistoryLedgers(console, order.chosen());
    try (LedgerReader ledger = ledgers.read().orElseGet(EmptyLedger::new)) {
      ledgers.requirePlannable(ledger);
      requireStandardOutput();
      destination.check();
      ExtractReceipt receipt = extract(ledger, destination);
      tell(receipt);
      ExtractGaps.warning(
              ledger, order, RunningClock.of(order.chosen().selection().asOf(), pacer).now())
          .ifPresent(messages::warn);
    }
  }

  private ExtractReceipt extract(LedgerReader ledger, Destination destination) {
    try (HistoryContents contents = HistoryContents.of(order.chosen().project(), ledger, reader);
        ProgressDisplay display = ProgressDisplay.of(console, messages)) {
      ExtractRows rows =
          new ExtractRows(
              ledger,
              contents.listed(),
              destination,
              pacer,
              display.listener(pacer),
              Wiring.sinkThreads(),
              settings());
      // It stays registered: the process ends with it.
      signals.register(interruptible(rows, destination));
      return rows.run();
    }
  }

  private ExtractSettings settings() {
    RequestTemplate template = order.export().template();
    return new ExtractSettings(
        order.export(),
        DataCatalogue.documented()
            .columns(
                template.dataType(), template.timeResolution(), template.groupByDemographics()),
        order.chosen().selection().start(),
        order.chosen().selection().end(),
        order.programVersion());
  }

  private static InterruptibleRun interruptible(ExtractRows rows, Destination destination) {
    return new InterruptibleRun() {
      @Override
      public void cancel() {
        rows.cancel();
      }

      @Override
      public void abandon(int exitCode) {
        destination.close();
      }
    };
  }

  private SinkProvider provider() {
    InstalledSink sink = order.output().choice().sink();
    return TimeLimitedProvider.unlessBuiltIn(sink.builtIn(), sink.provider(), limit(sink.name()));
  }

  private TimeLimitedCheck limit(String format) {
    return new TimeLimitedCheck(format, TIME_TO_CHECK, pacer, signals::hasCome, messages);
  }

  private OutputStream standardOutput() {
    return new InterruptibleOutputStream(console.data(), signals::hasCome);
  }

  /** No file is read when there is nowhere to put its rows. */
  private void requireStandardOutput() {
    if (order.output().isStandardOutput()) {
      try {
        console.data().flush();
      } catch (IOException closed) {
        throw new ExportException(
            FailureReason.OUTPUT_UNUSABLE,
            "Cannot write to standard output: %s.".formatted(closed.getMessage()),
            closed);
      }
    }
  }

  private void tell(ExtractReceipt receipt) {
    ExtractText.warning(order, receipt).ifPresent(messages::warn);
    messages.note(ExtractText.of(order, receipt));
    if (order.chosen().selection().json()) {
      console.out().println(ExtractJson.of(order, receipt));
    }
  }
}
