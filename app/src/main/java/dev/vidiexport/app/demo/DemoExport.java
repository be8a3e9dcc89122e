package dev.vidiexport.app.demo;

import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;

/** Exports from a sandbox into one file after the other, on the way that every export goes. */
final class DemoExport {
  private final DemoRequest request;
  private final TerminationSignals signals;
  private final CommandSession session;

  DemoExport(DemoRequest request, TerminationSignals signals, CommandSession session) {
    this.request = request;
    this.signals = signals;
    this.session = session;
  }

  /**
   * Writes a file that has been reserved.
   *
   * @param deadline how long it may take
   * @throws ExportException when it does not end well
   */
  ExportReceipt write(DemoTarget target, Duration deadline, Pacer pacer, ExportListener listener) {
    ExportData export =
        session.export(request.runSettings(deadline), target.destination(), listener, pacer);
    TerminationSignals.Registration registration = signals.register(export::cancel);
    try {
      ExportOutcome outcome = export.run();
      outcome
          .failure()
          .ifPresent(
              failure -> {
                throw failure;
              });
      return outcome.receipt();
    } finally {
      registration.close();
    }
  }
}
