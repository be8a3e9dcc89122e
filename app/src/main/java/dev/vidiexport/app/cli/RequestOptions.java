package dev.vidiexport.app.cli;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import dev.vidiexport.domain.rules.InvalidRequestException;
import dev.vidiexport.domain.rules.Violation;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a request of what was written on the command line. */
final class RequestOptions {
  private RequestOptions() {}

  /** The request; empty when something is wrong with it, all of which has been noted. */
  static Optional<ExportRequest> read(
      ExportOptions options, DataCatalogue catalogue, CommandLineProblems problems) {
    try {
      return Optional.of(
          new ExportRequestBuilder(catalogue)
              .naming(OptionNames::ofArgument)
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
      invalid.violations().stream()
          .filter(violation -> !isAboutMisspelt(violation, options, problems))
          .forEach(
              violation ->
                  problems.add(
                      CommandLineAdvice.told(
                          OptionNames.ofArgument(violation.argument()), violation)));
      return Optional.empty();
    }
  }

  /** What is missing because its option is misspelt needs no complaint of its own. */
  private static boolean isAboutMisspelt(
      Violation violation, ExportOptions options, CommandLineProblems problems) {
    boolean missesSources =
        violation.argument().equals(SourceKind.LOCATIONS.argument()) && options.locations == null;
    Stream<String> missed =
        missesSources
            ? Arrays.stream(SourceKind.values()).map(SourceKind::argument)
            : Stream.of(violation.argument());
    return missed.map(OptionNames::ofArgument).anyMatch(problems::isMisspelt);
  }
}
