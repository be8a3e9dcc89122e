package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.Problems;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import dev.vidiexport.domain.rules.InvalidRequestException;
import java.util.Optional;

/** Makes a request of what was written on the command line. */
final class RequestOptions {
  private RequestOptions() {}

  /** The request; empty when something is wrong with it, all of which has been noted. */
  static Optional<ExportRequest> read(
      ExportOptions options, DataCatalogue catalogue, Problems problems) {
    try {
      return Optional.of(
          new ExportRequestBuilder(catalogue)
              .dataType(options.dataType)
              .timeResolution(options.timeResolution)
              .start(options.start)
              .end(options.end)
              .sources(SourceKind.LOCATIONS, options.locations)
              .sources(SourceKind.SITES, options.sites)
              .sources(SourceKind.LOCATION_GROUPS, options.locationGroups)
              .sources(SourceKind.SITE_GROUPS, options.siteGroups)
              .sources(SourceKind.LOCATION_TAGS, options.locationTags)
              .sources(SourceKind.SITE_TAGS, options.siteTags)
              .groupByDemographics(options.groupByDemographics)
              .contentIds(options.contentIds)
              .averageContentDuration(options.averageContentDuration)
              .extrapolationAmount(options.extrapolationAmount)
              .unchecked(options.unchecked)
              .build());
    } catch (InvalidRequestException invalid) {
      invalid
          .violations()
          .forEach(
              violation ->
                  problems.add(
                      OptionNames.ofArgument(violation.argument())
                          + " "
                          + violation.problem()
                          + "."));
      return Optional.empty();
    }
  }
}
