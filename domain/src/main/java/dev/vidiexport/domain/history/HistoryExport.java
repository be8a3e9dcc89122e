package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.SliceTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A named entry of the project file, all of whose rules hold. Immutable.
 *
 * @param name names its folder: lower-case letters, digits and underscores, beginning with a
 *     letter; at most 63 characters
 * @param start the first day, which begins a window
 * @param end the last day, which ends a window; empty where the history goes on
 * @param lookbackDays how many days after the end of a window it is looked at once more; not
 *     negative
 * @param format the name of the format
 * @param sinkOptions the format's options, by name, as the user wrote them, in the order of names
 * @param columns the types of columns that the user chose, by received name, in the order of names
 * @param timeZone the zone of all its locations; empty where it is not told
 * @param additions what is added to its rows
 * @param table the table that keeps its rows; empty where files do
 */
public record HistoryExport(
    String name,
    RequestTemplate template,
    SourceSelection sources,
    WindowLength windowLength,
    LocalDate start,
    Optional<LocalDate> end,
    int lookbackDays,
    String format,
    Map<String, String> sinkOptions,
    Map<String, ColumnType> columns,
    Optional<ZoneId> timeZone,
    RequestedAdditions additions,
    Optional<SliceTable> table) {
  public HistoryExport {
    requireNonNull(name, "name must not be null");
    requireNonNull(template, "template must not be null");
    requireNonNull(sources, "sources must not be null");
    requireNonNull(windowLength, "windowLength must not be null");
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(format, "format must not be null");
    requireNonNull(timeZone, "timeZone must not be null");
    requireNonNull(additions, "additions must not be null");
    requireNonNull(table, "table must not be null");
    if (lookbackDays < 0) {
      throw new IllegalArgumentException(
          "lookbackDays must not be negative, but was " + lookbackDays);
    }
    sinkOptions = Collections.unmodifiableMap(new TreeMap<>(sinkOptions));
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
  }

  /** An export whose rows are kept in files. */
  public HistoryExport(
      String name,
      RequestTemplate template,
      SourceSelection sources,
      WindowLength windowLength,
      LocalDate start,
      Optional<LocalDate> end,
      int lookbackDays,
      String format,
      Map<String, String> sinkOptions,
      Map<String, ColumnType> columns,
      Optional<ZoneId> timeZone,
      RequestedAdditions additions) {
    this(
        name,
        template,
        sources,
        windowLength,
        start,
        end,
        lookbackDays,
        format,
        sinkOptions,
        columns,
        timeZone,
        additions,
        Optional.empty());
  }

  /** An export whose rows are kept in files, and to which nothing is added. */
  public HistoryExport(
      String name,
      RequestTemplate template,
      SourceSelection sources,
      WindowLength windowLength,
      LocalDate start,
      Optional<LocalDate> end,
      int lookbackDays,
      String format,
      Map<String, String> sinkOptions,
      Map<String, ColumnType> columns,
      Optional<ZoneId> timeZone) {
    this(
        name,
        template,
        sources,
        windowLength,
        start,
        end,
        lookbackDays,
        format,
        sinkOptions,
        columns,
        timeZone,
        RequestedAdditions.NONE);
  }

  /** The window that holds its first day. */
  public TimeWindow firstWindow() {
    return TimeWindow.around(windowLength, start);
  }

  /** The same export of other sources. */
  public HistoryExport withSources(SourceSelection others) {
    return new HistoryExport(
        name,
        template,
        others,
        windowLength,
        start,
        end,
        lookbackDays,
        format,
        sinkOptions,
        columns,
        timeZone,
        additions,
        table);
  }
}
