package dev.vidiexport.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be written after {@code vidiexport report}; everything as text, to be read later. */
final class ReportOptions {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Files of rows: Parquet, CSV, JSON or JSON lines. Without any, the report is of a"
              + " history.")
  List<String> files = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The page to write, such as audience.html. Required.")
  @Nullable String output;

  @Option(
      names = "--xlsx",
      paramLabel = "FILE",
      description = "Write the same figures as a workbook, too.")
  @Nullable String xlsx;

  @Option(names = "--overwrite", description = "Replace existing files.")
  boolean overwrite;

  @Option(
      names = "--last",
      paramLabel = "7d|1M",
      description = "The last days or calendar months of the history that are over.")
  @Nullable String last;

  @Option(
      names = "--compare",
      paramLabel = "previous|year",
      description = "Compare with the span before, or with 364 days before.")
  @Nullable String compare;

  @Option(names = "--title", paramLabel = "TEXT", description = "What stands over the page.")
  @Nullable String title;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many places the ranking shows; 20 by default.")
  @Nullable String top;

  @Option(
      names = "--place",
      paramLabel = "location|site",
      description = "What a place is: a camera, or a site with all its cameras.")
  @Nullable String place;

  @Option(
      names = "--combine",
      paramLabel = "sum|average",
      description = "What the cameras of a site are together; only with --place site.")
  @Nullable String combine;

  @Option(
      names = "--language",
      paramLabel = "en|de|fr|es",
      description = "The language of the page; en by default.")
  @Nullable String language;

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "A receipt of export --report; it says what the file has that it names.")
  List<String> receipts = new ArrayList<>();

  @Option(
      names = "--data-type",
      paramLabel = "TYPE",
      description = "Of all files that do not say it.")
  @Nullable String dataType;

  @Option(
      names = "--time-resolution",
      paramLabel = "RESOLUTION",
      description = "Of all files that do not say it.")
  @Nullable String timeResolution;
}
