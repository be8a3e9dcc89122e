package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.SourceKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tells whether an entry of the project file is still the one that it was. Immutable.
 *
 * @param fixed the settings that cannot change once there is a file, by key of the project file, in
 *     a fixed order
 * @param writing stands for what changes files though not the request: {@code columns}, {@code
 *     sink_options}, and what is added to rows
 * @param asking stands for all of the entry but {@code lookback} and {@code end}
 */
public record ExportIdentity(Map<String, String> fixed, String writing, String asking) {
  private static final int DIGITS = 32;

  public ExportIdentity {
    requireNonNull(writing, "writing must not be null");
    requireNonNull(asking, "asking must not be null");
    fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
  }

  /** The identity of an entry. */
  public static ExportIdentity of(HistoryExport export) {
    RequestTemplate template = export.template();
    Map<String, String> fixed = new LinkedHashMap<>();
    fixed.put("data_type", template.dataType());
    fixed.put("time_resolution", template.timeResolution().argument());
    fixed.put("group_by_demographics", String.valueOf(template.groupByDemographics()));
    fixed.put("content_ids", String.join(",", template.contentIds()));
    fixed.put("average_content_duration", template.averageContentDuration().orElse(""));
    fixed.put("extrapolation_amount", template.extrapolationAmount().orElse(""));
    fixed.put("window", export.windowLength().word());
    fixed.put("format", export.format());
    fixed.put("sources", fixedSources(export));
    export
        .table()
        .ifPresent(
            table -> {
              fixed.put("table", table.name());
              fixed.put("schema", table.schema().orElse(""));
            });
    String writing =
        writing(export.sinkOptions(), export.columns(), export.additions().fingerprint());
    String asking =
        TextDigest.of(
            String.join(
                "\n",
                fixed.toString(),
                writing,
                sourcesText(export.sources()),
                export.start().toString(),
                export.timeZone().toString()),
            DIGITS);
    return new ExportIdentity(fixed, writing, asking);
  }

  /** What {@link #writing} is of an entry without {@code columns} and {@code sink_options}. */
  public static String plainWriting() {
    return writing(Map.of(), Map.of(), "");
  }

  /** Of an entry without additions it is what it was before there were any. */
  private static String writing(
      Map<String, ?> sinkOptions, Map<String, ?> columns, String additions) {
    String added = additions.isEmpty() ? "" : "\n" + additions;
    return TextDigest.of(sinkOptions + "\n" + columns + added, DIGITS);
  }

  /** Of sources whose rows do not stay apart, another list would mean other figures. */
  private static String fixedSources(HistoryExport export) {
    SourceKind kind = export.sources().kind();
    return SourceFreedom.isFree(DataCatalogue.documented(), export.template().dataType(), kind)
        ? kind.argument()
        : sourcesText(export.sources());
  }

  private static String sourcesText(SourceSelection sources) {
    return sources instanceof SourceSelection.Listed listed ? listed.sources().text() : "all";
  }
}
