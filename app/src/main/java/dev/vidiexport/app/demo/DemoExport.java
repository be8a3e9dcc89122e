package dev.vidiexport.app.demo;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.Interruption;
import dev.vidiexport.app.console.Talk;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.Destinations;
import dev.vidiexport.app.staging.OutputSettings;
import dev.vidiexport.app.staging.StandardOutput;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.spi.SinkOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Exports from a sandbox into one file, on the way that every export goes. */
final class DemoExport {
  private final Console console;
  private final Talk talk;
  private final DemoRequest request;
  private final Interruption interruption;
  private final HttpSettings settings;

  DemoExport(
      Console console, Talk talk, DemoRequest request, Interruption interruption, Sandbox sandbox) {
    this.console = console;
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
   * Writes a file, replacing an earlier one.
   *
   * @param deadline how long it may take
   * @throws ExportException when it does not end well
   */
  ExportReceipt write(
      InstalledSink sink, Path file, Duration deadline, Pacer pacer, ExportListener listener) {
    ChosenSink chosen =
        new ChosenSink(
            sink.provider(), SinkOptions.of(sink.provider(), Map.of()), Optional.empty());
    StandardOutput standardOutput =
        new StandardOutput(Path.of(System.getProperty("java.io.tmpdir")), console::data);
    OutputSettings output = new OutputSettings(file.toString(), chosen, true, standardOutput);
    try (Destination destination = Destinations.of(output)) {
      destination.check();
      ExportData export =
          Wiring.export(settings, request.order(deadline), destination, listener, pacer, talk);
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
}
