package dev.vidiexport.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be written after {@code vidiexport export}; everything as text, to be read later. */
final class ExportOptions {
  @Option(
      names = "--data-type",
      paramLabel = "TYPE",
      description = "What to export: viewers, ots, ... Required.")
  @Nullable String dataType;

  @Option(
      names = "--time-resolution",
      paramLabel = "RESOLUTION",
      description = "finest, 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d or 1M. Required.")
  @Nullable String timeResolution;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description = "First second, YYYY-MM-DDTHH:mm:SS, local time of the locations. Required.")
  @Nullable String start;

  @Option(
      names = "--end",
      paramLabel = "TIME",
      description = "Last second, included in the range. Required.")
  @Nullable String end;

  @Option(
      names = "--locations",
      paramLabel = "ID[,ID]",
      description = "Ids of locations. At least one source is required.")
  @Nullable List<String> locations;

  @Option(names = "--sites", paramLabel = "ID[,ID]", description = "Ids of sites.")
  @Nullable List<String> sites;

  @Option(
      names = "--locationgroups",
      paramLabel = "ID[,ID]",
      description = "Ids of groups of locations.")
  @Nullable List<String> locationGroups;

  @Option(names = "--sitegroups", paramLabel = "ID[,ID]", description = "Ids of groups of sites.")
  @Nullable List<String> siteGroups;

  @Option(
      names = "--location-tags",
      paramLabel = "ID[,ID]",
      description = "Ids of tags of locations.")
  @Nullable List<String> locationTags;

  @Option(names = "--site-tags", paramLabel = "ID[,ID]", description = "Ids of tags of sites.")
  @Nullable List<String> siteTags;

  @Option(names = "--group-by-demographics", description = "One row for each gender and age group.")
  boolean groupByDemographics;

  @Option(
      names = "--content-ids",
      paramLabel = "ID[,ID]",
      description = "Contents, for the data types that take them.")
  @Nullable List<String> contentIds;

  @Option(
      names = "--average-content-duration",
      paramLabel = "SECONDS",
      description = "For the impression multipliers that take it.")
  @Nullable String averageContentDuration;

  @Option(
      names = "--extrapolation-amount",
      paramLabel = "NUMBER",
      description = "For the extrapolated data types; the average by default.")
  @Nullable String extrapolationAmount;

  @Option(
      names = "--force-rebuild",
      description = "Have VidiCenter rebuild the export; requested only once.")
  boolean forceRebuild;

  @Option(
      names = "--unchecked",
      description = "Send data types and combinations that the catalogue does not know.")
  boolean unchecked;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUTPUT",
      description = "A file, the address of a database, or - for standard output. Required.")
  @Nullable String output;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "One that vidiexport sinks lists. By default the output's extension decides.")
  @Nullable String format;

  @Option(
      names = "--sink-option",
      paramLabel = "KEY=VALUE",
      description = "An option of the format.")
  List<String> sinkOptions = new ArrayList<>();

  @Option(names = "--overwrite", description = "Replace an existing file.")
  boolean overwrite;

  @Option(
      names = "--staging",
      paramLabel = "DIR",
      description = "Where standard output is staged; the folder for temporary files by default.")
  @Nullable String staging;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a receipt of the run as JSON.")
  @Nullable String receiptFile;

  @Option(
      names = "--metrics-file",
      paramLabel = "FILE",
      description = "Write how the run went for a Prometheus node exporter.")
  @Nullable String metricsFile;

  @Option(
      names = "--dictionary",
      paramLabel = "FILE",
      description = "Write what each column of the output means; .md or .json.")
  @Nullable String dictionary;

  @Option(
      names = "--accept-row-limit",
      description = "Accept an export that reaches the service's row limit.")
  boolean acceptRowLimit;

  @Option(
      names = "--dry-run",
      description = "Check everything, print the URL of the call, and make no call.")
  boolean dryRun;

  @Option(
      names = "--poll-interval",
      paramLabel = "DURATION",
      description = "First wait between polls; 1s by default.")
  @Nullable String pollInterval;

  @Option(
      names = "--max-poll-interval",
      paramLabel = "DURATION",
      description = "Longest wait between polls; 30s by default.")
  @Nullable String maxPollInterval;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "The longest the whole export may take; 1h by default.")
  @Nullable String timeout;
}
