package dev.vidiexport.domain.catalogue;

import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a {@link DataType} together in the words of the documentation's table. Columns stand in the
 * order of the calls, after those that name place and time; types and units follow from the names.
 *
 * <p>Defaults: rows begin with {@code period_start}, aggregated columns are there at every
 * aggregated resolution, and no particular argument is taken.
 */
final class DataTypeBuilder {
  private static final List<TimeResolution> FINEST = List.of(TimeResolution.FINEST);
  private static final List<TimeResolution> AGGREGATED =
      Arrays.stream(TimeResolution.values()).filter(TimeResolution::isAggregated).toList();

  private final String name;
  private final PlaceColumn placeColumn;
  private final Set<TypeSpecificArgument> arguments = EnumSet.noneOf(TypeSpecificArgument.class);
  private final List<DataColumn> finest = new ArrayList<>();
  private final List<DataColumn> aggregated = new ArrayList<>();
  private TimeColumns timeColumns = TimeColumns.PERIOD_START;
  private List<TimeResolution> aggregatedResolutions = AGGREGATED;

  DataTypeBuilder(String name, PlaceColumn placeColumn) {
    this.name = name;
    this.placeColumn = placeColumn;
  }

  DataTypeBuilder timeColumns(TimeColumns value) {
    timeColumns = value;
    return this;
  }

  DataTypeBuilder takes(TypeSpecificArgument argument) {
    arguments.add(argument);
    return this;
  }

  DataTypeBuilder finest(String... keys) {
    return finest(List.of(keys));
  }

  DataTypeBuilder finest(List<String> keys) {
    keys.forEach(key -> finest.add(column(key, FINEST, ColumnPresence.ALWAYS)));
    return this;
  }

  /** Finest columns that a row may leave out. */
  DataTypeBuilder finestMaybe(List<String> keys) {
    keys.forEach(key -> finest.add(column(key, FINEST, ColumnPresence.MAY_BE_MISSING)));
    return this;
  }

  DataTypeBuilder aggregated(String... keys) {
    return aggregated(List.of(keys));
  }

  DataTypeBuilder aggregated(List<String> keys) {
    return aggregated(keys, aggregatedResolutions, ColumnPresence.ALWAYS);
  }

  /** Columns of a type that is aggregated by the hour and in no other way. */
  DataTypeBuilder hourly(List<String> keys) {
    aggregatedResolutions = List.of(TimeResolution.ONE_HOUR);
    return aggregated(keys);
  }

  DataTypeBuilder aggregatedAt(List<TimeResolution> resolutions, String key) {
    return aggregated(List.of(key), resolutions, ColumnPresence.ALWAYS);
  }

  /** Aggregated columns that only grouped rows have; so the type can be grouped. */
  DataTypeBuilder whenGrouped(List<String> keys) {
    return takes(TypeSpecificArgument.GROUP_BY_DEMOGRAPHICS)
        .aggregated(keys, aggregatedResolutions, ColumnPresence.WHEN_GROUPED);
  }

  DataTypeBuilder whenNotGrouped(String key) {
    return aggregated(List.of(key), aggregatedResolutions, ColumnPresence.WHEN_NOT_GROUPED);
  }

  /** The name that the specification of 2016 gives to the aggregated column put in last. */
  DataTypeBuilder formerly(String key) {
    return aggregated(List.of(key), aggregatedResolutions, ColumnPresence.FORMER_NAME);
  }

  DataType build() {
    List<TimeResolution> resolutions = new ArrayList<>();
    if (!finest.isEmpty()) {
      resolutions.addAll(FINEST);
    }
    if (!aggregated.isEmpty()) {
      resolutions.addAll(aggregatedResolutions);
    }
    return new DataType(
        name,
        resolutions,
        List.copyOf(arguments),
        withLeadingColumns(finest, FINEST),
        withLeadingColumns(aggregated, aggregatedResolutions));
  }

  private DataTypeBuilder aggregated(
      List<String> keys, List<TimeResolution> resolutions, ColumnPresence presence) {
    keys.forEach(key -> aggregated.add(column(key, resolutions, presence)));
    return this;
  }

  private List<DataColumn> withLeadingColumns(
      List<DataColumn> columns, List<TimeResolution> resolutions) {
    if (columns.isEmpty()) {
      return List.of();
    }
    List<DataColumn> all = new ArrayList<>();
    placeColumn
        .column()
        .map(id -> new DataColumn(id, Optional.empty(), resolutions, ColumnPresence.ALWAYS))
        .ifPresent(all::add);
    timeColumns.promised().forEach(key -> all.add(column(key, resolutions, ColumnPresence.ALWAYS)));
    timeColumns
        .optional()
        .forEach(key -> all.add(column(key, resolutions, ColumnPresence.OPTIONAL)));
    all.addAll(columns);
    return all;
  }

  private static DataColumn column(
      String key, List<TimeResolution> resolutions, ColumnPresence presence) {
    return new DataColumn(
        new Column(key, ColumnTypes.of(key)), ColumnUnits.of(key), resolutions, presence);
  }
}
