package dev.vidiexport.domain.catalogue;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.text.SpellingSuggestion;
import dev.vidiexport.domain.typing.KnownColumns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the documentation of VidiCenter says about its types of data: what each can be asked for,
 * and the columns of the answer. Immutable.
 */
public final class DataCatalogue {
  private static final Column LOCATION = new Column("location_id", ColumnType.WHOLE);
  private static final Column PERIOD_START = new Column("period_start", ColumnType.TIMESTAMP);

  /**
   * The columns that may come first in the rows of any type, and so perhaps in those of an unknown
   * one.
   */
  private static final KnownColumns OF_UNKNOWN_TYPE =
      new KnownColumns(
          List.of(
              LOCATION,
              new Column("site_id", ColumnType.WHOLE),
              PERIOD_START,
              new Column("start_time", ColumnType.TIMESTAMP),
              new Column("period_start_date", ColumnType.TEXT),
              new Column("period_start_time", ColumnType.TEXT)),
          List.of(LOCATION, PERIOD_START),
          DataType.TIMESTAMPS);

  /** Names that data types once had, and that the documentation's examples still use. */
  private static final Map<String, String> FORMER_NAMES = Map.of("persons", "footfall");

  private final List<DataType> dataTypes;
  private final Map<String, DataType> byName;

  private DataCatalogue(List<DataType> dataTypes) {
    this.dataTypes = dataTypes;
    byName = dataTypes.stream().collect(toUnmodifiableMap(DataType::name, Function.identity()));
  }

  /** Is made when it is needed for the first time. */
  private static final class Documented {
    private static final DataCatalogue CATALOGUE =
        new DataCatalogue(
            Stream.of(
                    CameraTypes.all(),
                    ProofOfPlayTypes.all(),
                    ImpressionMultiplierTypes.all(),
                    DerivedTypes.all())
                .flatMap(List::stream)
                .toList());
  }

  /** The catalogue of what VidiCenter's public documentation lists, always the same object. */
  public static DataCatalogue documented() {
    return Documented.CATALOGUE;
  }

  /** All data types, in the order of the documentation. */
  public List<DataType> dataTypes() {
    return dataTypes;
  }

  /** The names of the data types that take an argument, in the order of the documentation. */
  public List<String> namesTaking(TypeSpecificArgument argument) {
    return dataTypes.stream().filter(type -> type.takes(argument)).map(DataType::name).toList();
  }

  /** The data type of a name, which is case-sensitive. */
  public Optional<DataType> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** What a data type is called now that was once called so. */
  public Optional<String> presentName(String formerName) {
    return Optional.ofNullable(FORMER_NAMES.get(formerName));
  }

  /** The name of a data type that a misspelt one may have meant. */
  public Optional<String> nearest(String name) {
    return SpellingSuggestion.nearest(name, dataTypes.stream().map(DataType::name).toList());
  }

  /**
   * The columns that an export may bring, and those that it has when it brings no row. Names of
   * 2016 and columns that may come unasked are among the former only.
   *
   * <p>The columns are those of the finest rows, or of aggregated rows, whether grouped or not;
   * those of both where the documentation does not know the combination; and for a data type that
   * it does not know, those that may come first in the rows of any.
   *
   * @param dataType VidiCenter's name of the data type, present or former; known or not
   * @param grouped whether the export is grouped by demographics
   */
  public KnownColumns columns(String dataType, TimeResolution resolution, boolean grouped) {
    return find(presentName(dataType).orElse(dataType))
        .map(known -> known.knownColumns(resolution, grouped))
        .orElse(OF_UNKNOWN_TYPE);
  }
}
