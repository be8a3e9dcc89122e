package dev.vidiexport.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.InterruptibleRun;
import dev.vidiexport.app.console.Interruption;
import dev.vidiexport.app.console.PatientOutput;
import dev.vidiexport.app.console.Talk;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.progress.ProgressDisplay;
import dev.vidiexport.app.staging.AtomicFile;
import dev.vidiexport.app.staging.Destinations;
import dev.vidiexport.app.staging.OutputSettings;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.http.ExportUrl;
import dev.vidiexport.spi.SinkProvider;
import dev.vidiexport.spi.TargetKind;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** Carries out a valid {@code export}: checks the output, runs, and tells what came of it. */
public final class ExportJob {
  private final ExportPlan plan;
  private final Console console;
  private final Talk talk;
  private final Pacer pacer = Wiring.pacer();
  private final Interruption interruption;
  private final Optional<AtomicFile> report;

  public ExportJob(ExportPlan plan, Console console, Talk talk) {
    this.plan = plan;
    this.console = console;
    this.talk = talk;
    this.interruption = Interruption.watch(talk);
    this.report = plan.report().map(AtomicFile::of);
  }

  /**
   * Does all of it.
   *
   * @return the exit code
   */
  public int run() {
    try {
      report.ifPresent(this::checkReport);
    } catch (ExportException refused) {
      talk.error(CommandLineAdvice.toldOfReport(refused.failure()), refused);
      return exitCode(refused);
    }
    ExportOutcome outcome = perform();
    int exitCode = outcome.failure().map(this::exitCode).orElse(ExitCode.DONE);
    outcome.failure().ifPresentOrElse(this::tell, () -> tellGoodEnd(outcome.receipt()));
    if (exitCode != ExitCode.USAGE) {
      report.ifPresent(file -> write(file, outcome.receipt(), exitCode));
    }
    return exitCode;
  }

  private void checkReport(AtomicFile file) {
    if (plan.choice().kind() != TargetKind.EXTERNAL && file.isNamedBy(plan.output())) {
      throw new ExportException(
          FailureReason.REPORT_IS_OUTPUT, "--report and --output lead to the same file.");
    }
    file.check();
  }

  private ExportOutcome perform() {
    OutputSettings settings = plan.outputSettings(standardOutput(), provider());
    try (Destination destination = Destinations.of(settings)) {
      destination.check();
      return plan.session().isPresent() ? export(plan.session().get(), destination) : dryRun();
    } catch (ExportException refused) {
      return failed(refused);
    } catch (RuntimeException | Error defect) {
      return failed(ExportException.defect(defect));
    }
  }

  /** What ships with this program does not hang. */
  private SinkProvider provider() {
    InstalledSink sink = plan.choice().sink();
    return sink.builtIn()
        ? sink.provider()
        : new WatchedProvider(
            sink.provider(), sink.name(), deadline(), pacer, interruption::hasCome, talk);
  }

  private Duration deadline() {
    return plan.runSettings().policy().deadline();
  }

  private OutputStream standardOutput() {
    Duration deadline = deadline();
    return new PatientOutput(
        console.data(), () -> interruption.hasCome() || pacer.elapsed().compareTo(deadline) >= 0);
  }

  private ExportOutcome failed(ExportException failure) {
    return new ExportOutcome(ExportReceipt.nothing(pacer.elapsed()), Optional.of(failure));
  }

  private ExportOutcome dryRun() {
    String url =
        ExportUrl.of(
            plan.baseUrl(), plan.runSettings().request(), plan.runSettings().forceRebuild());
    console.out().println("GET " + url);
    return new ExportOutcome(ExportReceipt.nothing(pacer.elapsed()), Optional.empty());
  }

  private ExportOutcome export(SessionSettings settings, Destination destination) {
    try (CommandSession session = CommandSession.open(settings, console, talk);
        ProgressDisplay display = ProgressDisplay.of(console, talk)) {
      ExportData export =
          session.export(plan.runSettings(), destination, display.listener(pacer), pacer);
      // It stays registered: the process ends with it.
      interruption.register(interruptible(export, destination));
      return export.run();
    }
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
        report.ifPresent(file -> write(file, export.receipt(), exitCode));
        destination.close();
      }
    };
  }

  private int exitCode(ExportException failure) {
    return failure.kind() == FailureKind.CANCELLED
        ? interruption.exitCode()
        : ExitCode.of(failure.kind());
  }

  private void tell(ExportException failure) {
    talk.error(CommandLineAdvice.told(failure.failure()), failure);
  }

  private void tellGoodEnd(ExportReceipt receipt) {
    if (!plan.isDryRun()) {
      talk.note(Summary.of(plan, receipt));
    }
  }

  /** The output stands by now, so its exit code does, too: a lost receipt is a warning. */
  private void write(AtomicFile file, ExportReceipt receipt, int exitCode) {
    try {
      file.replace(Receipt.json(plan, receipt, exitCode).getBytes(UTF_8));
    } catch (ExportException failure) {
      talk.warn(
          "The report could not be written: " + CommandLineAdvice.toldOfReport(failure.failure()));
    }
  }
}
