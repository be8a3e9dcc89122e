package dev.vidiexport.app.product;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import dev.vidiexport.domain.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to export.
 *
 * @param type the type of data
 * @param resolution one that the type allows
 * @param grouped whether rows are grouped by demographics
 * @param source where the data comes from
 * @param extension what the output is to be: {@code csv}, {@code csv.gz}, {@code parquet} …
 */
public record ExportCombination(
    DataType type,
    TimeResolution resolution,
    boolean grouped,
    SourceKind source,
    String extension) {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final List<String> FORMATS =
      List.of("csv", "db", "json", "jsonl", "parquet", "xlsx");

  /** Every type at every resolution that it allows, grouped too; the formats take turns. */
  static Stream<ExportCombination> everyResolution() {
    List<ExportCombination> combinations = new ArrayList<>();
    for (DataType type : CATALOGUE.dataTypes()) {
      for (TimeResolution resolution : type.resolutions()) {
        for (boolean grouped : new boolean[] {false, true}) {
          if (type.allows(resolution, grouped)) {
            String format = FORMATS.get(combinations.size() % FORMATS.size());
            combinations.add(
                new ExportCombination(type, resolution, grouped, SourceKind.SITES, format));
          }
        }
      }
    }
    return combinations.stream();
  }

  /** Every type in all formats, at its first resolution. */
  static Stream<ExportCombination> everyFormat() {
    return CATALOGUE.dataTypes().stream()
        .map(type -> everyResolution().filter(of -> of.type().equals(type)).findFirst())
        .flatMap(first -> FORMATS.stream().map(first.orElseThrow()::withExtension));
  }

  /** Every type once; the formats take turns. */
  public static Stream<ExportCombination> everyType() {
    List<ExportCombination> all = everyFormat().toList();
    int formats = FORMATS.size();
    return Stream.iterate(0, index -> index < all.size(), index -> index + formats)
        .map(index -> all.get(index + index / formats % formats));
  }

  /** Every kind of source. */
  static Stream<ExportCombination> everySource() {
    ExportCombination first = everyResolution().findFirst().orElseThrow();
    return Stream.of(SourceKind.values())
        .map(
            source ->
                new ExportCombination(
                    first.type, first.resolution, first.grouped, source, "csv.gz"));
  }

  /** Everything with everything. */
  static Stream<ExportCombination> fullProduct() {
    return everyResolution()
        .flatMap(
            combination ->
                Stream.of("csv", "csv.gz", "db", "json", "jsonl", "jsonl.gz", "parquet", "xlsx")
                    .map(combination::withExtension));
  }

  private ExportCombination withExtension(String other) {
    return new ExportCombination(type, resolution, grouped, source, other);
  }

  /** The request, over a time that has rows at the resolution. */
  public ExportRequest request() {
    return new ExportRequestBuilder(CATALOGUE)
        .dataType(type.name())
        .timeResolution(resolution.argument())
        .start("2016-04-29T08:00:00")
        .end(
            switch (resolution.argument()) {
              case "finest" -> "2016-04-29T09:00:00";
              case "1d", "7d", "30d", "1M" -> "2016-07-01T00:00:00";
              default -> "2016-04-29T18:00:00";
            })
        .sources(source, List.of(ids()))
        .groupByDemographics(grouped)
        .build();
  }

  /** Ids that a sandbox has. */
  private String ids() {
    return switch (source) {
      case LOCATIONS -> "1056,1058";
      case SITES -> "201,202";
      case LOCATION_GROUPS, LOCATION_TAGS -> "301,302";
      case SITE_GROUPS, SITE_TAGS -> "401";
    };
  }

  /** The command line that asks for it, with short waits. */
  public List<String> commandLine(String output) {
    ExportRequest request = request();
    List<String> words = new ArrayList<>(List.of("export"));
    words.addAll(List.of("--data-type", type.name()));
    words.addAll(List.of("--time-resolution", resolution.argument()));
    words.addAll(List.of("--start", request.arguments().get("start")));
    words.addAll(List.of("--end", request.arguments().get("end")));
    words.addAll(List.of("--" + source.argument().replace('_', '-'), ids()));
    if (grouped) {
      words.add("--group-by-demographics");
    }
    words.addAll(List.of("--poll-interval", "20ms", "--max-poll-interval", "20ms", "--quiet"));
    words.addAll(List.of("--output", output));
    return words;
  }

  /** What the catalogue knows of the rows. */
  List<Column> columns() {
    return CATALOGUE.columns(type.name(), resolution, grouped).ordered();
  }

  @Override
  public String toString() {
    return "%s %s%s from %s as %s"
        .formatted(
            type.name(),
            resolution.argument(),
            grouped ? " grouped" : "",
            source.argument(),
            extension);
  }
}
