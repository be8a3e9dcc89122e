package dev.vidiexport.app.demo;

import dev.vidiexport.app.console.Interruption;
import dev.vidiexport.app.console.Talk;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.http.sandbox.Sandbox;
import java.time.Duration;
import java.util.Optional;

/**
 * Exports from a sandbox into one file, on the way that every export goes; but no other run asks
 * that sandbox, so its limits are shared with none.
 */
final class DemoExport {
  private final Talk talk;
  private final DemoRequest request;
  private final Interruption interruption;
  private final HttpSettings settings;

  DemoExport(Talk talk, DemoRequest request, Interruption interruption, Sandbox sandbox) {
    this.talk = talk;
    this.request = request;
    this.interruption = interruption;
    this.settings =
        HttpSettings.of(
            BaseUrl.parse(sandbox.baseUrl().toString()),
            Credentials.of(sandbox.username(), sandbox.token()),
            "vidiexport/" + request.programVersion());
  }

  /**
   * Writes a file that has been reserved.
   *
   * @param deadline how long it may take
   * @throws ExportException when it does not end well
   */
  ExportReceipt write(DemoTarget target, Duration deadline, Pacer pacer, ExportListener listener) {
    ExportData export =
        Wiring.export(
            settings,
            Optional.empty(),
            request.order(deadline),
            target.destination(),
            listener,
            pacer,
            talk);
    interruption.cancels(export::cancel);
    ExportOutcome outcome = export.run();
    outcome
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return outcome.receipt();
  }
}
