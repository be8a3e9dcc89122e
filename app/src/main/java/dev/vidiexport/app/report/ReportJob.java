package dev.vidiexport.app.report;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.history.HistoryReports;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.reporting.ReportOfFiles;
import dev.vidiexport.sinks.html.AudiencePage;
import dev.vidiexport.sinks.xlsx.AudienceWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Carries out a valid {@code report}, and tells what came of it. */
public final class ReportJob {
  /** Nobody should wonder whether it still goes on. */
  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(30);

  private final ReportOrder order;
  private final Console console;
  private final UserMessages messages;
  private final TerminationSignals signals;
  private final Pacer pacer = Wiring.pacer();
  private Duration told = Duration.ZERO;
  private volatile boolean cancelled;

  public ReportJob(ReportOrder order, Console console, UserMessages messages) {
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
    signals.register(() -> cancelled = true);
    try {
      return signals.run(this::make);
    } catch (ExportException failure) {
      messages.error(CommandLineAdvice.told(failure.failure()), failure);
      return ExitCode.of(failure.kind());
    }
  }

  private void make() {
    ReportPublication publication = new ReportPublication(order.output());
    publication.check();
    AudienceReport report = report();
    checkCancelled();
    publication.publish(
        bytes(out -> AudiencePage.write(report, order.page(), out)),
        order.output().workbook().map(name -> bytes(out -> AudienceWorkbook.write(report, out))));
    messages.note(ReportSummary.of(order.output(), report));
    if (order.json()) {
      console.out().println(JsonOutput.of(ReportJson.of(order.output(), report)));
    }
  }

  private AudienceReport report() {
    if (order.source() instanceof ReportOrder.Source.RowFiles files) {
      return new ReportOfFiles(
              Wiring.userRowFiles(DataCatalogue.documented()),
              files.inputs(),
              files.dataType(),
              files.resolution(),
              order.settings(),
              this::goOn)
          .run(order.days());
    }
    return new HistoryReports(console, this::goOn)
        .report(
            ((ReportOrder.Source.History) order.source()).chosen(), order.days(), order.settings());
  }

  /** Comes with every batch of rows. */
  private void goOn() {
    checkCancelled();
    Duration elapsed = pacer.elapsed();
    if (elapsed.minus(told).compareTo(BETWEEN_NOTES) >= 0) {
      told = elapsed;
      messages.note("Reading rows, for %s so far.".formatted(DurationText.of(elapsed)));
    }
  }

  private void checkCancelled() {
    if (cancelled) {
      throw ExportException.cancelled();
    }
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** In memory: a page is bounded by days and places, and so is a workbook of the same figures. */
  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(bytes);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return bytes.toByteArray();
  }
}
