package dev.vidiexport.domain.coverage;

import static dev.vidiexport.domain.coverage.CoverageSamples.CATALOGUE;
import static dev.vidiexport.domain.coverage.CoverageSamples.day;
import static dev.vidiexport.domain.coverage.CoverageSamples.export;
import static dev.vidiexport.domain.coverage.CoverageSamples.rules;
import static dev.vidiexport.domain.coverage.CoverageSamples.text;
import static dev.vidiexport.domain.coverage.CoverageSamples.timestamp;
import static dev.vidiexport.domain.coverage.CoverageSamples.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CoverageCounterTest {
  private static final TimeWindow DAY = day("2024-01-01");
  private static final Column ID = whole("location_id");
  private static final Column START = timestamp("period_start");
  private static final Column COUNT = whole("watcher_count");
  private static final Column DWELL = whole("dwell_time_in_tenths_of_sec");
  private static final Column GENDER = whole("gender");

  private static CountedTable viewers(Column... columns) {
    return CountedTable.of(rules("viewers", TimeResolution.ONE_HOUR), DAY, columns);
  }

  private static PlaceMeasure place(long id, long rows, long measured, long placeholder) {
    return new PlaceMeasure(
        PlaceKind.LOCATION, id, rows, OptionalLong.of(measured), OptionalLong.of(placeholder));
  }

  @Test
  void tellsPeriodsInWhichSomethingWasMeasuredFromPlaceholders() {
    SliceMeasures measures =
        viewers(ID, START, GENDER, COUNT, DWELL)
            .row(1057, "2024-01-01T10:00", 1, 5, 70)
            .row(1056, "2024-01-01T10:00", 1, 0, null)
            .row(1056, "2024-01-01T11:00", 1, null, null)
            .row(1056, "2024-01-01T11:00", 2, null, null)
            .row(1056, "2024-01-01T12:00", 1, null, null)
            .row(1056, "2024-01-01T12:00", 2, null, 9)
            .measures();

    assertThat(measures.places()).containsExactly(place(1056, 5, 2, 1), place(1057, 1, 1, 0));
    assertThat(measures.columns())
        .containsExactly(
            new ColumnMeasure(1, 6, 1057 + 5 * 1056),
            new ColumnMeasure(2, 6, 0),
            new ColumnMeasure(3, 6, 8),
            new ColumnMeasure(4, 2, 5),
            new ColumnMeasure(5, 2, 79));
  }

  @Test
  void countsNothingInColumnsThatWereAdded() {
    Column site = whole("site_id");
    Schema schema = Schema.of(site, START, COUNT, timestamp("start_time"), whole("dwell"));
    List<NumberedColumn> columns =
        List.of(
            added(1, site),
            new NumberedColumn(2, "period_start", "period_start", ColumnType.TIMESTAMP),
            added(3, COUNT),
            added(4, START),
            new NumberedColumn(5, "zone", "dwell", ColumnType.WHOLE));
    CoverageCounter counter =
        rules("viewers", TimeResolution.ONE_HOUR).counter(DAY, columns, schema);
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    for (int column = 0; column < schema.size(); column++) {
      if (schema.column(column).type() == ColumnType.WHOLE) {
        batch.putLong(column, 8);
      } else {
        batch.putTimestamp(column, LocalDate.of(2024, 1, 1).atStartOfDay());
      }
    }
    batch.endRow();

    counter.add(batch.batch());

    assertThat(counter.measures().places()).isEmpty();
    assertThat(counter.measures().columns())
        .containsExactly(new ColumnMeasure(2, 1, 0), new ColumnMeasure(5, 1, 8));
    assertThat(rules("viewers", TimeResolution.ONE_HOUR).mainMetrics(columns)).isEmpty();
  }

  private static NumberedColumn added(int number, Column column) {
    return new NumberedColumn(
        number, column.name(), column.name(), column.type(), ColumnMeaning.PLAIN, true);
  }

  @Test
  void saysNothingWithoutRows() {
    assertThat(viewers(ID, START, COUNT).measures()).isEqualTo(SliceMeasures.NONE);
  }

  @Test
  void countsRowsOutsideTheWindowForNoPeriod() {
    assertThat(
            viewers(ID, START, COUNT)
                .row(1056, "2023-12-31T23:59:59", 1)
                .row(1056, "2024-01-01T00:00", 1)
                .row(1056, "2024-01-01T23:59:59.999999", 1)
                .row(1056, "2024-01-02T00:00", 1)
                .row(1056, null, 1)
                .measures()
                .places())
        .containsExactly(place(1056, 5, 2, 0));
  }

  @Test
  void countsRowsWithoutAPlaceForNone() {
    SliceMeasures measures = viewers(ID, START, COUNT).row(null, "2024-01-01T10:00", 1).measures();

    assertThat(measures.places()).isEmpty();
    assertThat(measures.columns())
        .containsExactly(new ColumnMeasure(2, 1, 0), new ColumnMeasure(3, 1, 1));
  }

  @Test
  void readsIdsThatArePrintedAsTexts() {
    CoverageRules rules =
        rules("proof_of_play_vehicle_person_by_location", TimeResolution.ONE_HOUR);

    assertThat(
            CountedTable.of(rules, DAY, text("location_id"), START, whole("play_count"))
                .row("1056", "2024-01-01T10:00", 1)
                .row("1056.0", "2024-01-01T11:00", 1)
                .row("01056", "2024-01-01T12:00", 1)
                .row("", "2024-01-01T13:00", 1)
                .row("kiosk", "2024-01-01T14:00", 1)
                .row("99999999999999999999", "2024-01-01T15:00", 1)
                .measures()
                .places())
        .containsExactly(place(1056, 3, 3, 0));
  }

  @Test
  void readsIdsThatAUserWantsAsDecimals() {
    assertThat(
            viewers(new Column("location_id", ColumnType.DECIMAL), START, COUNT)
                .row(1056.0, "2024-01-01T10:00", 1)
                .row(1056.5, "2024-01-01T11:00", 1)
                .row(1e300, "2024-01-01T11:00", 1)
                .row(Double.NaN, "2024-01-01T11:00", 1)
                .measures()
                .places())
        .containsExactly(place(1056, 1, 1, 0));
  }

  @Test
  void namesNoPlaceByTruths() {
    assertThat(
            viewers(new Column("location_id", ColumnType.BOOLEAN), START, COUNT)
                .row(true, "2024-01-01T10:00", 1)
                .measures()
                .places())
        .isEmpty();
  }

  @Test
  void countsTypesBySiteBySite() {
    CoverageRules rules = rules("proof_of_play_by_site", TimeResolution.ONE_HOUR);

    assertThat(
            CountedTable.of(rules, DAY, ID, whole("site_id"), START, whole("play_count"))
                .row(1056, 201, "2024-01-01T10:00", 1)
                .measures()
                .places())
        .containsExactly(
            new PlaceMeasure(PlaceKind.SITE, 201, 1, OptionalLong.of(1), OptionalLong.of(0)));
  }

  @Test
  void countsUnknownTypesByWhateverPlaceTheyName() {
    CoverageRules rules = rules("crowds", TimeResolution.ONE_HOUR);

    assertThat(
            CountedTable.of(rules, DAY, whole("site_id"), START, text("heads"))
                .row(201, "2024-01-01T10:00", "5")
                .measures()
                .places())
        .containsExactly(
            new PlaceMeasure(PlaceKind.SITE, 201, 1, OptionalLong.of(1), OptionalLong.of(0)));
  }

  @Test
  void countsNoPlaceOfExtrapolatedTypes() {
    SliceMeasures measures =
        CountedTable.of(rules("extrapolated_watchers", TimeResolution.ONE_HOUR), DAY, START, COUNT)
            .row("2024-01-01T10:00", 7)
            .measures();

    assertThat(measures.places()).isEmpty();
    assertThat(measures.columns()).hasSize(2);
  }

  @Test
  void countsRowsAloneOfTypesWithoutPeriods() {
    CoverageRules rules = rules("viewers", TimeResolution.FINEST);

    assertThat(
            CountedTable.of(rules, DAY, ID, START, DWELL)
                .row(1056, "2024-01-01T10:00:07.5", 12)
                .row(1056, "2024-01-01T10:00:08", null)
                .measures()
                .places())
        .containsExactly(
            new PlaceMeasure(
                PlaceKind.LOCATION, 1056, 2, OptionalLong.empty(), OptionalLong.empty()));
  }

  @Test
  void readsTheTimeWhereverItStands() {
    CoverageRules rules = rules("retail_analytics_footfall_aggregated", TimeResolution.ONE_HOUR);

    assertThat(
            CountedTable.of(
                    rules,
                    DAY,
                    ID,
                    timestamp("start_time"),
                    START,
                    text("period_start_date"),
                    text("period_start_time"),
                    whole("nb_visits"))
                .row(1056, "2024-01-01T01:00", "2024-01-01T02:00", "2024-01-01", "03:00", 1)
                .row(1056, "2024-01-01T01:00", null, "2024-01-01", "03:00", 1)
                .row(1056, null, null, "2024-01-01", "03:00", 1)
                .row(1056, null, null, "2024-01-01", "04:30:00", 1)
                .row(1056, null, null, "2024-01-01", null, 1)
                .row(1056, null, null, "2024-01-01", "5 o'clock", 1)
                .row(1056, null, null, "yesterday", "05:00", 1)
                .row(1056, null, null, "1/1/2024..", "05:00", 1)
                .measures()
                .places())
        .containsExactly(place(1056, 8, 5, 0));
  }

  @Test
  void readsTimesThatAUserWantsAsTexts() {
    assertThat(
            viewers(ID, text("period_start"), COUNT)
                .row(1056, "2024-01-01 10:00:00", 1)
                .row(1056, "2024-01-01T11:00:00", 1)
                .row(1056, "noon", 1)
                .row(1056, null, 1)
                .measures()
                .places())
        .containsExactly(place(1056, 4, 2, 0));
  }

  @Test
  void takesADateWithoutATimeForItsMidnight() {
    CoverageRules rules = rules("viewers", TimeResolution.ONE_HOUR);

    assertThat(
            CountedTable.of(rules, DAY, ID, text("period_start_date"), COUNT)
                .row(1056, "2024-01-01", 1)
                .measures()
                .places())
        .containsExactly(place(1056, 1, 1, 0));
  }

  @Test
  void takesNumbersThatAreNotFiniteForNull() {
    CoverageRules rules = rules("compass", TimeResolution.ONE_HOUR);
    Column presence = new Column("presence_total", ColumnType.DECIMAL);

    SliceMeasures measures =
        CountedTable.of(rules, DAY, ID, START, presence, text("far"))
            .row(1056, "2024-01-01T10:00", Double.NaN, "NaN")
            .row(1056, "2024-01-01T11:00", Double.POSITIVE_INFINITY, "-Infinity")
            .row(1056, "2024-01-01T12:00", 0.5, null)
            .row(1056, "2024-01-01T13:00", null, "0.782")
            .measures();

    assertThat(measures.places()).containsExactly(place(1056, 4, 2, 2));
    assertThat(measures.columns())
        .contains(new ColumnMeasure(3, 1, 0.5), new ColumnMeasure(4, 1, 0));
  }

  @Test
  void sumsWholeNumbersThatAreTooLargeTogether() {
    assertThat(
            viewers(ID, START, COUNT)
                .row(1056, "2024-01-01T10:00", Long.MAX_VALUE)
                .row(1056, "2024-01-01T11:00", Long.MAX_VALUE)
                .row(1056, "2024-01-01T12:00", Long.MIN_VALUE)
                .measures()
                .columns())
        .contains(new ColumnMeasure(3, 3, 0x1p63));
  }

  @Test
  void weighsLocalHoursAsTheClockShowsThem() {
    CoverageRules rules =
        CoverageRules.of(
            export(
                "viewers", TimeResolution.ONE_HOUR, WindowLength.DAY, Optional.of("Europe/Berlin")),
            CATALOGUE);

    assertThat(
            CountedTable.of(rules, day("2024-10-27"), ID, START, COUNT)
                .row(1056, "2024-10-27T01:00", 1)
                .row(1056, "2024-10-27T02:00", 1)
                .row(1057, "2024-10-27T02:00", null)
                .measures()
                .places())
        .containsExactly(place(1056, 2, 3, 0), place(1057, 1, 0, 2));
    assertThat(
            CountedTable.of(rules, day("2024-03-31"), ID, START, COUNT)
                .row(1056, "2024-03-31T01:00", 1)
                .row(1056, "2024-03-31T02:00", 1)
                .measures()
                .places())
        .containsExactly(place(1056, 2, 1, 0));
  }

  @Test
  void countsOnePeriodOfAWindowThatIsOne() {
    TimeWindow month = TimeWindow.around(WindowLength.MONTH, LocalDate.of(2024, 2, 1));
    CoverageRules rules =
        CoverageRules.of(
            export("viewers", TimeResolution.ONE_MONTH, WindowLength.MONTH, Optional.empty()),
            CATALOGUE);

    assertThat(
            CountedTable.of(rules, month, ID, START, COUNT)
                .row(1056, "2024-02-01T00:00", 1)
                .row(1057, "2024-03-01T00:00", 1)
                .measures()
                .places())
        .containsExactly(place(1056, 1, 1, 0), place(1057, 1, 0, 0));
  }

  @Test
  void countsTheDaysOfAMonth() {
    TimeWindow month = TimeWindow.around(WindowLength.MONTH, LocalDate.of(2024, 2, 1));
    CoverageRules rules =
        CoverageRules.of(
            export("viewers", TimeResolution.ONE_DAY, WindowLength.MONTH, Optional.empty()),
            CATALOGUE);
    CountedTable table = CountedTable.of(rules, month, ID, START, COUNT);
    LocalDate.of(2024, 1, 31)
        .datesUntil(LocalDate.of(2024, 3, 2))
        .forEach(day -> table.row(1056, day + "T00:00", 1));

    assertThat(table.measures().places()).containsExactly(place(1056, 31, 29, 0));
  }

  @Test
  void tellsNoPlaceWhereThereAreTooMany() {
    CoverageRules rules = rules("viewers", TimeResolution.ONE_DAY);
    int places = PlaceTallies.MOST_PLACES;
    CountedTable table = CountedTable.of(rules, DAY, ID, START, COUNT);
    for (int place = 1; place <= places; place++) {
      table.row(place, "2024-01-01T00:00", 1);
    }
    assertThat(table.measures().places())
        .hasSize(places)
        .isSortedAccordingTo((one, other) -> Long.compare(one.id(), other.id()));

    SliceMeasures beyond =
        table.row(places + 1, "2024-01-01T00:00", 1).row(0, "2024-01-01T00:00", 1).measures();

    assertThat(beyond.places()).isEmpty();
    assertThat(beyond.columns()).contains(new ColumnMeasure(3, places + 2, places + 2));
  }

  @Test
  void ordersColumnsByTheirNumbers() {
    Schema schema = Schema.of(COUNT, ID);
    CoverageCounter counter =
        rules("viewers", TimeResolution.ONE_HOUR)
            .counter(
                DAY,
                List.of(
                    new NumberedColumn(9, "watcher_count", "watcher_count", ColumnType.WHOLE),
                    new NumberedColumn(2, "location_id", "location_id", ColumnType.WHOLE)),
                schema);
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    batch.putLong(0, 3);
    batch.putLong(1, 1056);
    batch.endRow();
    counter.add(batch.batch());

    assertThat(counter.measures().columns())
        .extracting(ColumnMeasure::number)
        .containsExactly(2, 9);
  }
}
