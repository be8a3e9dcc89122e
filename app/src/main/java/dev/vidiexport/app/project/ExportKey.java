package dev.vidiexport.app.project;

import dev.vidiexport.domain.request.SourceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of an export, which are those of the defaults, too. */
enum ExportKey {
  DATA_TYPE("data_type", "a data type such as viewers"),
  TIME_RESOLUTION("time_resolution", "a resolution such as 1h"),
  GROUP_BY_DEMOGRAPHICS("group_by_demographics", "true or false"),
  CONTENT_IDS("content_ids", "ids such as [a1, b2]"),
  AVERAGE_CONTENT_DURATION("average_content_duration", "a number of seconds such as 10"),
  EXTRAPOLATION_AMOUNT("extrapolation_amount", "a number such as 10, or \"\" for the average"),
  LOCATIONS("locations", "all, or ids such as [1056, 1057]"),
  SITES("sites", "all, or ids such as [7, 8]"),
  LOCATION_GROUPS("locationgroups", "ids such as [7, 8]"),
  SITE_GROUPS("sitegroups", "ids such as [7, 8]"),
  LOCATION_TAGS("location_tags", "ids such as [7, 8]"),
  SITE_TAGS("site_tags", "ids such as [7, 8]"),
  START("start", "the first day, YYYY-MM-DD"),
  END("end", "the last day, YYYY-MM-DD"),
  WINDOW("window", "1d, 7d or 1M"),
  LOOKBACK("lookback", "whole days such as 7d"),
  FORMAT("format", "a format such as parquet"),
  SINK_OPTIONS("sink_options", "options by their names, such as {compression: gzip}"),
  TABLE("table", "a name of a table"),
  SCHEMA("schema", "a schema of the database"),
  COLUMNS("columns", "types by names of columns, such as {new_key: decimal}"),
  TIME_ZONE("time_zone", "an IANA name such as Europe/Paris"),
  TIME_ZONES("time_zones", "a file with lines such as 1056: Europe/Paris"),
  WITH("with", "columns to add such as [names, labels]");

  static final List<String> NAMES = Arrays.stream(values()).map(ExportKey::key).toList();

  private final String key;
  private final String expected;

  ExportKey(String key, String expected) {
    this.key = key;
    this.expected = expected;
  }

  /** Its name in the file; what VidiCenter takes too has VidiCenter's name. */
  String key() {
    return key;
  }

  /** What it takes, as a part of a sentence. */
  String expected() {
    return expected;
  }

  /** The key of that name. */
  static Optional<ExportKey> find(String key) {
    return Arrays.stream(values()).filter(candidate -> candidate.key.equals(key)).findFirst();
  }

  /** The kind of sources that it lists; empty where it lists none. */
  Optional<SourceKind> sourceKind() {
    return Arrays.stream(SourceKind.values())
        .filter(kind -> kind.argument().equals(key))
        .findFirst();
  }
}
