package dev.vidiexport.app.cut;

import dev.vidiexport.app.console.Talk;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.progress.StillPacer;
import dev.vidiexport.app.settings.FormatChoice;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.Destinations;
import dev.vidiexport.app.staging.OutputSettings;
import dev.vidiexport.app.staging.StandardOutput;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.export.ExportOrder;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.port.Destination;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpSettings;
import dev.vidiexport.spi.SinkOptions;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An export in this process, put together as the program does it; its waits take no time. */
final class CutRun {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final FormatChoice CSV =
      FormatChoice.of(SinkLoader.load(Optional.empty()), "csv", "out.csv");

  private CutRun() {}

  /** Exports to a CSV file, which is replaced if it is there. */
  static ExportOutcome to(Path output, String baseUrl) {
    ExportRequest request =
        new ExportRequestBuilder(CATALOGUE)
            .dataType("viewers")
            .timeResolution("1h")
            .start("2016-04-29T00:00:00")
            .end("2016-04-29T23:00:00")
            .sources(SourceKind.LOCATIONS, List.of("1056"))
            .build();
    ExportOrder order =
        new ExportOrder(
            request,
            CATALOGUE.columns(request.dataType(), request.timeResolution(), false),
            false,
            false,
            new PollPolicy(
                Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(1), () -> 0),
            "test");
    HttpSettings settings =
        HttpSettings.of(
            BaseUrl.parse(baseUrl), Credentials.of("someone@example.com", "token"), "test/1");
    try (Destination destination = destination(output)) {
      destination.check();
      return Wiring.export(
              settings,
              Optional.empty(),
              order,
              destination,
              new ExportListener() {},
              new StillPacer(),
              new Talk(new PrintWriter(Writer.nullWriter()), Talk.Level.QUIET))
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
