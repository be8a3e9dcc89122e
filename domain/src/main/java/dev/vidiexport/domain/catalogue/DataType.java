package dev.vidiexport.domain.catalogue;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.typing.KnownColumns;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is known of one type of data (VidiCenter data export, Types of data). Immutable.
 *
 * @param name VidiCenter's name of it
 * @param resolutions the resolutions that it can be asked for, from the finest to the longest; at
 *     least one
 * @param arguments the arguments that it takes beside those that every type takes
 * @param finest the columns of its finest rows, in the order of the output; empty when it has no
 *     such rows
 * @param aggregated the columns of its aggregated rows, in the order of the output; empty when it
 *     has no such rows
 */
public record DataType(
    String name,
    List<TimeResolution> resolutions,
    List<TypeSpecificArgument> arguments,
    List<DataColumn> finest,
    List<DataColumn> aggregated) {
  /** The columns that are timestamps wherever they come, known to this type or not. */
  static final List<Column> TIMESTAMPS =
      ColumnTypes.TIMESTAMPS.stream().map(name -> new Column(name, ColumnType.TIMESTAMP)).toList();

  public DataType {
    requireNonNull(name, "name must not be null");
    resolutions = List.copyOf(resolutions);
    arguments = List.copyOf(arguments);
    finest = List.copyOf(finest);
    aggregated = List.copyOf(aggregated);
    if (resolutions.isEmpty()) {
      throw new IllegalArgumentException("resolutions must not be empty");
    }
  }

  /** Whether the type takes an argument, even if only at some of its resolutions. */
  public boolean takes(TypeSpecificArgument argument) {
    return arguments.contains(argument);
  }

  /** Whether the documentation knows rows of this resolution, grouped by demographics or not. */
  public boolean allows(TimeResolution resolution, boolean grouped) {
    return resolutions.contains(resolution)
        && (!grouped
            || (takes(TypeSpecificArgument.GROUP_BY_DEMOGRAPHICS) && resolution.isAggregated()));
  }

  /**
   * Every column of the type, in the order of the output: those of the finest rows, then those that
   * only aggregated rows have. A column of both has the resolutions of both; its presence is then
   * that in aggregated rows, for the finest always have it.
   */
  public List<DataColumn> columns() {
    return ColumnUnion.of(finest, aggregated);
  }

  /**
   * The columns of an export of this type. Where the documentation does not {@linkplain #allows
   * know} the combination, they are those of the whole type.
   */
  KnownColumns knownColumns(TimeResolution resolution, boolean grouped) {
    List<DataColumn> candidates = columns();
    if (allows(resolution, grouped)) {
      candidates = resolution.isAggregated() ? aggregated : finest;
    }
    // A resolution that the type does not have says nothing about its columns.
    boolean isTold = resolutions.contains(resolution);
    return new KnownColumns(
        tableColumns(candidates, column -> true),
        tableColumns(
            candidates,
            column ->
                column.presence().isPromised(grouped)
                    && (!isTold || column.resolutions().contains(resolution))),
        TIMESTAMPS);
  }

  private static List<Column> tableColumns(
      List<DataColumn> columns, Predicate<DataColumn> condition) {
    return columns.stream().filter(condition).map(DataColumn::column).toList();
  }
}
