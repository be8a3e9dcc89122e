package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What counts as measured in the rows of an export, and of which place. Immutable.
 *
 * <p>Of a type that the catalogue knows, its documented metrics count, and nothing that came later:
 * a new key that is always there would make every placeholder look measured. Of an unknown one all
 * numbers and texts count but those that name a place, a time, or something else by its id or name;
 * texts, too, because a history writes unknown keys as texts.
 */
public final class CoverageRules {
  private static final int MOST_MAIN_METRICS = 4;

  private final RequestTemplate template;
  private final LocalPeriods periods;
  private final boolean isKnownType;
  private final Set<String> documented;
  private final List<PlaceKind> places;

  private CoverageRules(
      RequestTemplate template,
      LocalPeriods periods,
      boolean isKnownType,
      Set<String> documented,
      List<PlaceKind> places) {
    this.template = template;
    this.periods = periods;
    this.isKnownType = isKnownType;
    this.documented = documented;
    this.places = places;
  }

  /** The rules of an export. */
  public static CoverageRules of(HistoryExport export, DataCatalogue catalogue) {
    RequestTemplate template = requireNonNull(export, "export must not be null").template();
    String type = catalogue.presentName(template.dataType()).orElse(template.dataType());
    boolean isKnownType = catalogue.find(type).isPresent();
    Set<String> documented =
        catalogue
            .columns(type, template.timeResolution(), template.groupByDemographics())
            .ordered()
            .stream()
            .map(Column::name)
            .collect(Collectors.toUnmodifiableSet());
    // The rows of an unknown type may name either.
    List<PlaceKind> places =
        Arrays.stream(PlaceKind.values()).filter(kind -> documented.contains(kind.key())).toList();
    return new CoverageRules(
        template,
        LocalPeriods.of(template.timeResolution(), export.timeZone()),
        isKnownType,
        documented,
        places);
  }

  /** Whether rows stand for periods: all do, but the finest. */
  public boolean hasPeriods() {
    return template.timeResolution().isAggregated();
  }

  /**
   * Whether it is known how many periods there must be: not of the finest rows, nor of types with
   * several rows a period other than by demographics, nor of rows that name no place, nor of
   * unknown types.
   */
  public boolean hasExpectation() {
    return hasPeriods()
        && isKnownType
        && !places.isEmpty()
        && documented.stream().noneMatch(MetricKeys::isManifold);
  }

  /**
   * The metrics that a person wants to see of a slice before and after it changed: two to four that
   * can be added up, where the type has so many, the most important first. None for the finest
   * rows, of which the number says enough.
   *
   * @param columns the columns that the export has
   */
  public List<NumberedColumn> mainMetrics(List<NumberedColumn> columns) {
    if (!hasPeriods()) {
      return List.of();
    }
    return columns.stream()
        .filter(this::isMetric)
        .filter(this::isMain)
        .sorted(
            Comparator.comparing((NumberedColumn column) -> MetricKeys.rank(column.received()))
                .thenComparing(NumberedColumn::number))
        .limit(MOST_MAIN_METRICS)
        .toList();
  }

  private boolean isMain(NumberedColumn column) {
    return switch (column.type()) {
      case WHOLE -> !isKnownType || MetricKeys.isMain(column.received());
      case DECIMAL -> MetricKeys.isMain(column.received());
      case TEXT, BOOLEAN, TIMESTAMP, NESTED -> false;
    };
  }

  /**
   * Begins to count what the rows of a slice say.
   *
   * @param columns the columns of the rows, in the order of the schema
   * @param schema the columns of the batches
   */
  public CoverageCounter counter(TimeWindow window, List<NumberedColumn> columns, Schema schema) {
    if (columns.size() != schema.size()) {
      throw new IllegalArgumentException(
          "columns must be as many as those of the schema, but were %s, not %s"
              .formatted(columns.size(), schema.size()));
    }
    return new CoverageCounter(
        this, requireNonNull(window, "window must not be null"), columns, schema);
  }

  boolean isMetric(NumberedColumn column) {
    if (column.added()) {
      return false;
    }
    String key = column.received();
    if (isKnownType) {
      return documented.contains(key) && MetricKeys.isMetric(key);
    }
    ColumnType type = column.type();
    boolean isNumberOrText =
        type == ColumnType.WHOLE || type == ColumnType.DECIMAL || type == ColumnType.TEXT;
    return isNumberOrText && MetricKeys.mayBeMetric(key);
  }

  /** The kinds of place that rows may name; of several the first whose key they have. */
  List<PlaceKind> places() {
    return places;
  }

  LocalPeriods periods() {
    return periods;
  }
}
