package dev.vidiexport.app.export;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.InterruptibleOutputStream;
import dev.vidiexport.app.console.InterruptibleRun;
import dev.vidiexport.app.console.RepeatedCommand;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.metrics.RunRecorder;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.progress.ProgressDisplay;
import dev.vidiexport.app.staging.Destinations;
import dev.vidiexport.app.staging.OutputSettings;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.enrichment.EnrichmentNotes;
import dev.vidiexport.domain.export.EnrichedDestination;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.export.RequestedPlaces;
import dev.vidiexport.domain.export.RunContinuation;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.topology.Topology;
import dev.vidiexport.http.ExportUrl;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.SinkRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Carries out a valid {@code export}: checks the output, runs, and tells what came of it. */
public final class ExportJob {
  private static final Duration LEAST_TIME = Duration.ofMillis(1);

  private final ExportSettings exportSettings;
  private final RepeatedCommand command;
  private final Console console;
  private final UserMessages messages;
  private final Pacer pacer = Wiring.pacer();
  private final TerminationSignals signals;
  private final ReceiptOutput receiptOutput;
  private final OutputDictionary dictionary;
  private final RunRecorder metrics;
  private Function<Failure, String> advice = CommandLineAdvice::toldOfExport;
  private EnrichmentNotes notes = new EnrichmentNotes();
  private volatile Topology topology = Topology.EMPTY;

  /**
   * An export that is to be carried out.
   *
   * @param command what the user wrote, for those who go on with it
   * @param metrics are told what is written; their owner writes them
   */
  public ExportJob(
      ExportSettings exportSettings,
      RepeatedCommand command,
      Console console,
      UserMessages messages,
      RunRecorder metrics) {
    this.command =
        exportSettings.choice().sink().builtIn() ? command : command.withoutValuesOfFormat();
    this.metrics = metrics;
    this.exportSettings = exportSettings;
    this.console = console;
    this.messages = messages;
    this.signals = TerminationSignals.watch(messages);
    this.receiptOutput = new ReceiptOutput(exportSettings, messages);
    this.dictionary = new OutputDictionary(exportSettings);
  }

  /**
   * Does all of it.
   *
   * @return the exit code
   */
  public int run() {
    try {
      receiptOutput.check();
    } catch (ExportException refused) {
      messages.error(CommandLineAdvice.toldOfReceipt(refused.failure()), refused);
      return exitCode(refused);
    }
    ExportOutcome outcome = dictionaryRefusal().orElseGet(this::perform);
    outcome.failure().ifPresentOrElse(this::tell, () -> tellGoodEnd(outcome.receipt()));
    int exitCode =
        outcome.failure().map(this::exitCode).orElseGet(() -> writeDictionary(outcome.receipt()));
    note(outcome.receipt());
    if (exitCode != ExitCode.USAGE) {
      receiptOutput.write(outcome.receipt(), exitCode);
    }
    tellContinuation(outcome);
    return exitCode;
  }

  private void tellContinuation(ExportOutcome outcome) {
    switch (RunContinuation.of(outcome)) {
      case NONE -> {}
      case SAME_REQUEST -> command.tellIn(messages);
      case SAME_REQUEST_WITHOUT_REBUILD -> command.withoutRebuild().tellIn(messages);
    }
  }

  private void note(ExportReceipt receipt) {
    metrics.made(
        receipt.rows().orElse(0),
        receipt.schema().isPresent() ? receipt.bytes() : OptionalLong.of(0));
  }

  /** What the file is for is there already, so that only the dictionary is missing. */
  private int writeDictionary(ExportReceipt receipt) {
    try {
      receipt.schema().ifPresent(dictionary::write);
      return ExitCode.DONE;
    } catch (ExportException failure) {
      messages.error(
          "The output is complete, but not its dictionary: "
              + CommandLineAdvice.toldOfDictionary(failure.failure()),
          failure);
      return exitCode(failure);
    }
  }

  private Optional<ExportOutcome> dictionaryRefusal() {
    try {
      dictionary.check();
      return Optional.empty();
    } catch (ExportException refused) {
      advice = CommandLineAdvice::toldOfDictionary;
      return Optional.of(failed(refused));
    }
  }

  private ExportOutcome perform() {
    OutputSettings settings = exportSettings.outputSettings(standardOutput(), provider());
    try (Destination destination = Destinations.of(settings)) {
      if (exportSettings.output().equals(FormatChoice.STANDARD_OUTPUT)) {
        requireStandardOutput();
      }
      destination.check();
      return exportSettings.session().isPresent()
          ? export(exportSettings.session().get(), destination)
          : dryRun();
    } catch (ExportException refused) {
      return failed(refused);
    } catch (RuntimeException | Error defect) {
      return failed(ExportException.defect(defect));
    }
  }

  /** Nobody's rows are asked for when there is nowhere to put them. */
  private void requireStandardOutput() {
    try {
      console.data().flush();
    } catch (IOException closed) {
      throw new ExportException(
          FailureReason.OUTPUT_UNUSABLE,
          "Cannot write to standard output: %s.".formatted(closed.getMessage()),
          closed);
    }
  }

  private SinkProvider provider() {
    InstalledSink sink = exportSettings.choice().sink();
    SinkProvider explaining =
        new ExplainingProvider(
            sink.provider(), exportSettings.additions(), () -> Optional.of(request()));
    return TimeLimitedProvider.unlessBuiltIn(
        sink.builtIn(),
        exportSettings.isDryRun() ? new DryRunProvider(explaining) : explaining,
        new TimeLimitedCheck(sink.name(), deadline(), pacer, signals::hasCome, messages));
  }

  private SinkRequest request() {
    return RequestedPlaces.request(exportSettings.runSettings().request(), topology);
  }

  private Duration deadline() {
    return exportSettings.runSettings().policy().deadline();
  }

  private OutputStream standardOutput() {
    Duration deadline = deadline();
    return new InterruptibleOutputStream(
        console.data(), () -> signals.hasCome() || pacer.elapsed().compareTo(deadline) >= 0);
  }

  private ExportOutcome failed(ExportException failure) {
    return new ExportOutcome(ExportReceipt.nothing(pacer.elapsed()), Optional.of(failure));
  }

  private ExportOutcome dryRun() {
    String url =
        ExportUrl.of(
            exportSettings.baseUrl(),
            exportSettings.runSettings().request(),
            exportSettings.runSettings().forceRebuild());
    console.out().println("GET " + url);
    return new ExportOutcome(ExportReceipt.nothing(pacer.elapsed()), Optional.empty());
  }

  private ExportOutcome export(SessionSettings settings, Destination destination) {
    try (CommandSession session =
            CommandSession.open(settings, console, messages, metrics.watch());
        ProgressDisplay display = ProgressDisplay.of(console, messages)) {
      return exportSettings.additions().isEmpty()
          ? export(session, destination, display)
          : exportWithAdditions(session, destination, display);
    }
  }

  private ExportOutcome export(
      CommandSession session, Destination destination, ProgressDisplay display) {
    ExportData export =
        session.export(exportSettings.runSettings(), destination, display.listener(pacer), pacer);
    // It stays registered: the process ends with it.
    signals.register(interruptible(export, destination));
    return export.run();
  }

  /** What places are called is learnt first, so that nothing is begun that cannot be written. */
  private ExportOutcome exportWithAdditions(
      CommandSession session, Destination destination, ProgressDisplay display) {
    PlaceLookup lookup =
        new PlaceLookup(
            exportSettings.additions(), exportSettings.runSettings().request(), messages);
    ListLocations listing = session.listing(timeLeft());
    signals.register(listing::cancel);
    try {
      EnrichedDestination enriched = new EnrichedDestination(destination, lookup.ask(listing));
      topology = lookup.topology();
      ExportOutcome outcome = export(session, enriched, display);
      notes = enriched.notes();
      return new ExportOutcome(
          outcome.receipt().withEarlierCalls(listing.calls()), outcome.failure());
    } catch (ExportException refused) {
      return new ExportOutcome(
          ExportReceipt.nothing(pacer.elapsed()).withEarlierCalls(listing.calls()),
          Optional.of(refused));
    }
  }

  private Duration timeLeft() {
    Duration left = deadline().minus(pacer.elapsed());
    return left.isNegative() || left.isZero() ? LEAST_TIME : left;
  }

  private InterruptibleRun interruptible(ExportData export, Destination destination) {
    return new InterruptibleRun() {
      @Override
      public void cancel() {
        export.cancel();
      }

      /** The receipt comes first, because a format may hold the destination at this moment. */
      @Override
      public void abandon(int exitCode) {
        receiptOutput.write(export.receipt(), exitCode);
        try {
          metrics.abandon(exitCode);
        } finally {
          destination.close();
        }
      }
    };
  }

  private int exitCode(ExportException failure) {
    return failure.kind() == FailureKind.CANCELLED
        ? signals.exitCode()
        : ExitCode.of(failure.kind());
  }

  private void tell(ExportException failure) {
    messages.error(advice.apply(failure.failure()), failure, exitCode(failure));
  }

  private void tellGoodEnd(ExportReceipt receipt) {
    if (!exportSettings.isDryRun()) {
      // What is not as it came must be known, however little is to be said.
      ExportSummary.warning(exportSettings, receipt).ifPresent(messages::warn);
      notes.sentences().forEach(messages::warn);
      ExportSummary.formulaWarning(exportSettings, notes).ifPresent(messages::warn);
      messages.note(ExportSummary.of(exportSettings, receipt));
    }
  }
}
