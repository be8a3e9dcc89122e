package dev.vidiexport.app.cut;

import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.export.SampleExportSettings;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.Destinations;
import dev.vidiexport.app.staging.OutputSettings;
import dev.vidiexport.app.staging.StandardOutput;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.spi.SinkOptions;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An export in this process, put together as the program does it; its waits take no time. */
final class CutRun {
  private static final FormatChoice CSV =
      FormatChoice.of(SinkLoader.load(Optional.empty()), "csv", "out.csv");

  private CutRun() {}

  /** Exports to a CSV file, which is replaced if it is there. */
  static ExportOutcome to(Path output, String baseUrl) {
    SessionSettings settings =
        new SessionSettings(
            new HttpSettings(
                BaseUrl.parse(baseUrl), Credentials.of("someone@example.com", "token"), "1"),
            ServiceLimits.documented());
    UserMessages messages =
        new UserMessages(new PrintWriter(Writer.nullWriter()), UserMessages.Level.QUIET);
    try (CommandSession session = CommandSession.openUnshared(settings, messages);
        Destination destination = destination(output)) {
      destination.check();
      return session
          .export(
              SampleExportSettings.runSettings(),
              destination,
              new ExportListener() {},
              new RecordingPacer())
          .run();
    }
  }

  private static Destination destination(Path output) {
    ChosenSink sink =
        new ChosenSink(
            "the format csv",
            CSV.sink().provider(),
            SinkOptions.of(CSV.sink().provider(), Map.of()),
            CSV.extension(),
            true);
    return Destinations.of(
        new OutputSettings(
            output.toString(),
            sink,
            true,
            new StandardOutput(output.resolveSibling("unused"), OutputStream::nullOutputStream)));
  }
}
