package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.coverage.MetricKeys;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a row counts, by the keys that it has. For one thread. */
final class RowMetrics {
  private static final List<String> VEHICLE_KEYS =
      List.of("type", "color", "vehicle_presence_time", "vehicle_impressions");
  private static final List<String> PERSON_KEYS =
      List.of("footfall_presence_time", "vr_id", "watcher_id", "watcher_start", "tracking_mode");

  private final RowShape shape;
  private final List<String> keys;
  private final Schema schema;
  private final Map<CountKind, RowNumbers> counts = new EnumMap<>(CountKind.class);
  private final List<RowRate> rates = new ArrayList<>();
  private final List<RowNumbers> all = new ArrayList<>();
  private final RowNumbers genders;
  private final RowNumbers ages;
  private final RowNumbers dwellTimes;
  private final List<Integer> metrics;

  RowMetrics(RowShape shape, List<String> keys, Schema schema) {
    this.shape = shape;
    this.keys = keys;
    this.schema = schema;
    this.metrics = metricColumns();
    this.genders = numbers("gender");
    this.ages = numbers("age");
    this.dwellTimes = numbers("dwell_time_in_tenths_of_sec", "dwell_time");
    switch (shape.type()) {
      case VIEWERS -> viewers();
      case OTS -> ots();
      case FOOTFALL -> footfall(List.of());
      case VEHICLES -> vehicles(List.of());
      case VEHICLES_FOOTFALL -> {
        vehicles(columns(VEHICLE_KEYS));
        footfall(columns(PERSON_KEYS));
      }
    }
    all.addAll(counts.values());
  }

  private void viewers() {
    RowNumbers watchers = counted("watcher_count", List.of(), List.of());
    RowNumbers attention = numbers("attention_time_in_tenths_of_sec", "attention_time");
    counts.put(CountKind.WATCHERS, watchers);
    rates.add(new RowRate(RateKind.DWELL, dwellTimes, watchers));
    rates.add(new RowRate(RateKind.ATTENTION, attention, watchers));
    rates.add(new RowRate(RateKind.ATTENTION_SHARE, attention, dwellTimes));
  }

  private void ots() {
    RowNumbers passing = numbers("ots_count");
    RowNumbers watchers = numbers("watcher_count");
    counts.put(CountKind.OTS, passing);
    counts.put(CountKind.WATCHERS, watchers);
    rates.add(new RowRate(RateKind.CONVERSION, watchers, passing));
  }

  private void footfall(List<Integer> some) {
    RowNumbers people =
        counted("footfall_impressions", some, some.isEmpty() ? List.of() : columns(VEHICLE_KEYS));
    counts.put(CountKind.FOOTFALL, people);
    rates.add(new RowRate(RateKind.FOOTFALL_PRESENCE, numbers("footfall_presence_time"), people));
  }

  private void vehicles(List<Integer> some) {
    RowNumbers vehicles = counted("vehicle_count", some, List.of());
    counts.put(CountKind.VEHICLES, vehicles);
    rates.add(new RowRate(RateKind.VEHICLE_PRESENCE, numbers("vehicle_presence_time"), vehicles));
  }

  /** A count that aggregated rows hold, and that the finest rows are. */
  private RowNumbers counted(String key, List<Integer> some, List<Integer> none) {
    if (shape.hasPeriods()) {
      return numbers(key);
    }
    boolean canTell = shape.type() != AudienceType.VEHICLES_FOOTFALL || !some.isEmpty();
    return canTell ? new RowItself(some, none) : RowNumbers.NONE;
  }

  /** The numbers of the first of some keys that there is. */
  private RowNumbers numbers(String... candidates) {
    for (String key : candidates) {
      int column = keys.indexOf(key);
      if (column >= 0) {
        RowNumbers numbers = new NumberColumn(column, schema.column(column).type());
        all.add(numbers);
        return numbers;
      }
    }
    return RowNumbers.NONE;
  }

  private List<Integer> columns(List<String> wanted) {
    return wanted.stream().map(keys::indexOf).filter(column -> column >= 0).toList();
  }

  /** The columns of which one has a value where something was measured. */
  private List<Integer> metricColumns() {
    List<String> documented =
        DataCatalogue.documented().find(shape.type().dataType()).orElseThrow().columns().stream()
            .map(column -> column.column().name())
            .filter(MetricKeys::isMetric)
            .toList();
    return columns(documented);
  }

  /** Reads the numbers of a batch. */
  void read(RowBatch batch) {
    for (RowNumbers numbers : all) {
      numbers.read(batch);
    }
  }

  /** Whether anything was measured in a row; a finest row is there because something was. */
  boolean isMeasured(RowBatch batch, int row) {
    if (!shape.hasPeriods()) {
      return true;
    }
    for (int column : metrics) {
      if (!batch.isNull(row, column)) {
        return true;
      }
    }
    return false;
  }

  /** What is counted, by kind. */
  Map<CountKind, RowNumbers> counts() {
    return counts;
  }

  List<RowRate> rates() {
    return rates;
  }

  RowNumbers genders() {
    return genders;
  }

  RowNumbers ages() {
    return ages;
  }

  /** In tenths of a second. */
  RowNumbers dwellTimes() {
    return dwellTimes;
  }

  /** Whether rows tell gender and age. */
  boolean haveGroups() {
    return shape.type() == AudienceType.VIEWERS
        && genders != RowNumbers.NONE
        && ages != RowNumbers.NONE;
  }
}
