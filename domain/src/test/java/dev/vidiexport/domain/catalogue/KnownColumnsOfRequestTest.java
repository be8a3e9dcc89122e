package dev.vidiexport.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.typing.KnownColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownColumnsOfRequestTest {
  private static final String AGGREGATED_VIEWERS =
      "location_id period_start period_start_date period_start_time watcher_count"
          + " dwell_time_in_tenths_of_sec dwell_time attention_time_in_tenths_of_sec"
          + " attention_time conversion_ratio gender age";

  private final DataCatalogue catalogue = DataCatalogue.documented();

  @Test
  void putsTheKeysOfTheWorkedExampleIntoTheOrderOfItsHeader() {
    KnownColumns columns = columns("viewers", "1h", false);

    assertThat(columns.ordered().stream().map(Column::name))
        .filteredOn("attention_time watcher_count dwell_time period_start location_id"::contains)
        .containsExactly(
            "location_id", "period_start", "watcher_count", "dwell_time", "attention_time");
  }

  @Test
  void knowsEveryAggregatedColumnWhetherGroupedOrNot() {
    assertThat(ColumnTexts.names(columns("viewers", "1h", false).ordered()))
        .isEqualTo(AGGREGATED_VIEWERS);
    assertThat(ColumnTexts.names(columns("viewers", "1d", true).ordered()))
        .isEqualTo(AGGREGATED_VIEWERS);
  }

  @Test
  void knowsColumnsOfOtherAggregatedResolutionsToo() {
    assertThat(ColumnTexts.names(columns("ots", "5m", false).ordered()))
        .isEqualTo(
            "location_id period_start period_start_date period_start_time ots_count"
                + " effective_ots_count duration watcher_count status");
  }

  @Test
  void knowsTheColumnsOfTheFinestRowsAlone() {
    assertThat(ColumnTexts.names(columns("footfall", "finest", false).ordered()))
        .isEqualTo(
            "location_id period_start period_start_date period_start_time"
                + " footfall_presence_time vr_id watcher_id watcher_start tracking_mode");
  }

  @Test
  void joinsAllColumnsOfATypeWhereTheCombinationIsNotKnown() {
    assertThat(ColumnTexts.names(columns("viewers", "finest", true).ordered()))
        .isEqualTo(
            "location_id period_start period_start_date period_start_time gender age vr_id"
                + " footfall_id footfall_start age_value dwell_time_in_tenths_of_sec dwell_time attention_time_in_tenths_of_sec"
                + " attention_time very_happy happy neutral unhappy very_unhappy watcher_count"
                + " conversion_ratio");
    assertThat(ColumnTexts.names(columns("gate", "finest", false).ordered()))
        .isEqualTo(
            "location_id period_start period_start_date period_start_time gate_id in_count"
                + " out_count duration");
    assertThat(ColumnTexts.names(columns("footfall", "1h", true).ordered()))
        .isEqualTo(
            "location_id period_start period_start_date period_start_time"
                + " footfall_presence_time vr_id watcher_id watcher_start tracking_mode"
                + " footfall_impressions");
  }

  @Test
  void knowsOnlyWhatLeadsTheRowsOfAnUnknownType() {
    KnownColumns columns = columns("dreams", "1h", false);

    assertThat(columns.ordered())
        .containsExactly(
            new Column("location_id", ColumnType.WHOLE),
            new Column("site_id", ColumnType.WHOLE),
            new Column("period_start", ColumnType.TIMESTAMP),
            new Column("start_time", ColumnType.TIMESTAMP),
            new Column("period_start_date", ColumnType.TEXT),
            new Column("period_start_time", ColumnType.TEXT));
    assertThat(ColumnTexts.names(columns.whenEmpty())).isEqualTo("location_id period_start");
  }

  @ParameterizedTest
  @CsvSource({
    "gate, finest, false, location_id period_start gate_id in_count out_count duration",
    "ots, 1h, true, location_id period_start ots_count effective_ots_count duration"
        + " watcher_count"
  })
  void promisesTheColumnsOfTheTypeWhereTheCombinationIsNotKnown(
      String name, String resolution, boolean grouped, String columns) {
    assertThat(ColumnTexts.names(columns(name, resolution, grouped).whenEmpty()))
        .isEqualTo(columns);
  }

  @Test
  void answersForEveryTypeAndResolutionGroupedOrNot() {
    for (DataType type : catalogue.dataTypes()) {
      for (TimeResolution resolution : TimeResolution.values()) {
        for (boolean grouped : new boolean[] {false, true}) {
          KnownColumns columns = catalogue.columns(type.name(), resolution, grouped);

          assertThat(columns.ordered()).doesNotHaveDuplicates().containsAll(columns.whenEmpty());
        }
      }
    }
  }

  private KnownColumns columns(String name, String resolution, boolean grouped) {
    return catalogue.columns(name, TimeResolution.find(resolution).orElseThrow(), grouped);
  }
}
