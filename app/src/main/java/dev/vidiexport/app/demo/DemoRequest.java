package dev.vidiexport.app.demo;

import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import java.time.Duration;
import java.util.List;

/**
 * What the demo asks for: a week of passers-by, hour by hour, in front of two screens. It is a week
 * that shows among its first rows an hour in which nothing was measured.
 *
 * @param request the request
 * @param programVersion for the provenance of the files
 */
public record DemoRequest(ExportRequest request, String programVersion) {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final Duration FIRST_POLL = Duration.ofMillis(500);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  /** The request, which passes every rule that a user's request must pass. */
  public static DemoRequest of(String programVersion) {
    ExportRequest request =
        new ExportRequestBuilder(CATALOGUE)
            .dataType("ots")
            .timeResolution("1h")
            .sources(SourceKind.LOCATIONS, List.of("1056,1057"))
            .start("2025-01-20T00:00:00")
            .end("2025-01-26T23:59:59")
            .build();
    return new DemoRequest(request, programVersion);
  }

  /** The settings of a run for it that ends by itself. */
  RunSettings runSettings(Duration deadline) {
    return new RunSettings(
        request,
        CATALOGUE.columns(
            request.dataType(), request.timeResolution(), request.groupByDemographics()),
        false,
        false,
        new PollPolicy(FIRST_POLL, LONGEST_POLL, deadline, Wiring.jitter()),
        programVersion);
  }

  /** How the files are called, but for their extension. */
  String fileName() {
    return request.dataType();
  }

  /** The command that asks for the same, in lines that fit a terminal and can be pasted. */
  List<String> command(String program, String output) {
    return List.of(
        "%s export \\".formatted(program),
        "  --data-type %s --time-resolution %s --locations %s \\"
            .formatted(
                request.dataType(),
                request.timeResolution().argument(),
                request.arguments().get("locations")),
        "  --start %s --end %s -o %s"
            .formatted(request.arguments().get("start"), request.arguments().get("end"), output));
  }
}
