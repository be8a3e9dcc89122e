package dev.vidiexport.app.demo;

import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.AdditionBuilder;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import java.time.Duration;
import java.util.List;

/**
 * What the demo asks for: a week, hour by hour, in front of six screens. It is a week that shows
 * among its first rows an hour in which nothing was measured.
 *
 * @param request the request
 * @param additions what is added to the rows
 * @param programVersion for the provenance of the files
 */
public record DemoRequest(
    ExportRequest request, RequestedAdditions additions, String programVersion) {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final Duration FIRST_POLL = Duration.ofMillis(500);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  /** Passers-by, in a request that passes every rule that a user's must pass. */
  public static DemoRequest ofPassersBy(String programVersion) {
    return new DemoRequest(week("ots").build(), RequestedAdditions.NONE, programVersion);
  }

  /** Who watched of them, with the names of the screens. */
  public static DemoRequest ofViewers(String programVersion) {
    ExportRequest request = week("viewers").groupByDemographics(true).build();
    return new DemoRequest(
        request,
        new AdditionBuilder(CATALOGUE)
            .with(List.of(Addition.NAMES.word()))
            .build(request.dataType(), request.timeResolution(), true, false),
        programVersion);
  }

  private static ExportRequestBuilder week(String dataType) {
    return new ExportRequestBuilder(CATALOGUE)
        .dataType(dataType)
        .timeResolution("1h")
        .sources(SourceKind.LOCATIONS, List.of("1056,1057,1058,1059,1060,1061"))
        .start("2024-07-08T00:00:00")
        .end("2024-07-14T23:59:59");
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
