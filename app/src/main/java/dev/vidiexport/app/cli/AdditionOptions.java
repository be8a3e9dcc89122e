package dev.vidiexport.app.cli;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.arguments.SmallTextFile;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.rules.AdditionBuilder;
import dev.vidiexport.domain.rules.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about columns that are added to those that VidiCenter sends. */
final class AdditionOptions {
  @Option(
      names = "--with",
      paramLabel = "WHAT[,WHAT]",
      description = "Columns to add: names, tags, labels, seconds, calendar, utc.")
  private @Nullable List<String> words;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "Where the places are, such as Europe/Paris; for --with utc.")
  private @Nullable String timeZone;

  @Option(
      names = "--time-zones",
      paramLabel = "FILE",
      description =
          "Lines such as 1056: Europe/Paris and site 12: Europe/London; for --with utc. All other"
              + " places are where --time-zone says.")
  private @Nullable String timeZones;

  /**
   * What is to be added; empty where anything about it is wrong, which has been noted.
   *
   * @param request empty where it is not valid, so that only what does not depend on it is looked
   *     at
   * @param unchecked whether the catalogue is not asked what the rows have
   * @param withNames whether names are added, whatever was written
   */
  Optional<RequestedAdditions> read(
      Optional<ExportRequest> request,
      boolean unchecked,
      boolean withNames,
      DataCatalogue catalogue,
      CommandLineProblems problems) {
    int before = problems.all().size();
    AdditionBuilder builder =
        new AdditionBuilder(catalogue)
            .naming(OptionNames::ofArgument)
            .with(withNames ? withNames() : words)
            .timeZone(timeZone)
            .zoneLines(zoneLines(problems));
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    return request.isPresent()
        ? read(
            () ->
                builder.build(
                    request.get().dataType(),
                    request.get().timeResolution(),
                    request.get().groupByDemographics(),
                    unchecked),
            problems)
        : check(builder, problems);
  }

  private List<String> withNames() {
    List<String> all = new ArrayList<>(words == null ? List.of() : words);
    boolean areAmong =
        all.stream()
            .flatMap(list -> Stream.of(list.split(",", -1)))
            .anyMatch(Addition.NAMES.word()::equals);
    if (!areAmong) {
      all.add(Addition.NAMES.word());
    }
    return all;
  }

  private @Nullable String zoneLines(CommandLineProblems problems) {
    String file = timeZones;
    return file == null
        ? null
        : problems.read("--time-zones", () -> SmallTextFile.read(file)).orElse(null);
  }

  private static Optional<RequestedAdditions> check(
      AdditionBuilder builder, CommandLineProblems problems) {
    read(
        () -> {
          builder.check();
          return true;
        },
        problems);
    return Optional.empty();
  }

  private static <T> Optional<T> read(Supplier<T> reading, CommandLineProblems problems) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidRequestException invalid) {
      invalid
          .violations()
          .forEach(
              violation ->
                  problems.add(
                      CommandLineAdvice.told(
                          OptionNames.ofArgument(violation.argument()), violation)));
      return Optional.empty();
    }
  }
}
