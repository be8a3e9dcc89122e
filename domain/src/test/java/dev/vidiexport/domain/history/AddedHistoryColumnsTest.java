package dev.vidiexport.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.AddedColumn;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.BaseKeys;
import dev.vidiexport.domain.enrichment.PlaceZones;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.KnownColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddedHistoryColumnsTest {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final KnownColumns OTS = CATALOGUE.columns("ots", TimeResolution.ONE_DAY, false);
  private static final List<String> ALWAYS =
      List.of(
          "location_id",
          "period_start",
          "ots_count",
          "effective_ots_count",
          "duration",
          "watcher_count");

  private static RequestedAdditions additions(Addition... wanted) {
    return new RequestedAdditions(
        Set.of(wanted),
        BaseKeys.of(CATALOGUE, "ots", TimeResolution.ONE_DAY, false, false),
        PlaceZones.NONE);
  }

  private static HistoryColumns columns(List<NumberedColumn> known, Addition... wanted) {
    return HistoryColumns.of(OTS, Map.of(), known, WindowLength.DAY, additions(wanted));
  }

  private static List<NumberedColumn> file(HistoryColumns columns, String... keys) {
    return columns.ofFile(output(columns, keys));
  }

  private static Schema output(HistoryColumns columns, String... keys) {
    return columns.fixed().output(Set.of(keys));
  }

  private static List<String> names(List<NumberedColumn> columns) {
    return columns.stream().map(column -> column.number() + " " + column.name()).toList();
  }

  private static List<NumberedColumn> received(String... names) {
    List<NumberedColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new NumberedColumn(columns.size() + 1, name, name, ColumnType.TEXT));
    }
    return columns;
  }

  @Test
  void followWhatWasReceived() {
    List<NumberedColumn> first = file(columns(List.of(), Addition.CALENDAR), "new_key");

    assertThat(names(first).subList(ALWAYS.size(), first.size()))
        .containsExactly("7 new_key", "8 period_date", "9 period_weekday", "10 period_week");
    assertThat(first.get(7))
        .isEqualTo(
            new NumberedColumn(
                8, "period_date", "period_date", ColumnType.TEXT, ColumnMeaning.DATE, true));
  }

  @Test
  void keepTheirNumbersWhateverComesLater() {
    HistoryColumns first = columns(List.of(), Addition.CALENDAR);
    List<NumberedColumn> known = LedgerColumns.after(List.of(), first, output(first));

    HistoryColumns later = columns(known, Addition.NAMES, Addition.CALENDAR);

    assertThat(names(file(later, "new_key")))
        .containsExactly(
            "1 location_id",
            "2 period_start",
            "3 ots_count",
            "4 effective_ots_count",
            "5 duration",
            "6 watcher_count",
            "10 new_key",
            "11 location_label",
            "12 site_id",
            "13 site_label",
            "14 network_id",
            "15 network_label",
            "7 period_date",
            "8 period_weekday",
            "9 period_week");
    assertThat(LedgerColumns.after(known, later, output(later, "new_key")))
        .extracting(NumberedColumn::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  }

  @Test
  void areKeptInTheLedgerOnceTheyAreNotWantedAnyMore() {
    HistoryColumns first = columns(List.of(), Addition.CALENDAR);
    List<NumberedColumn> known = LedgerColumns.after(List.of(), first, output(first));

    HistoryColumns later = columns(known);

    assertThat(file(later)).hasSize(ALWAYS.size());
    assertThat(LedgerColumns.after(known, later, output(later))).isEqualTo(known);
  }

  @Test
  void giveWayToWhatHadTheirNameFirst() {
    List<NumberedColumn> known = received("location_id", "period_week", "period_week_2");

    HistoryColumns columns = columns(known, Addition.CALENDAR);

    assertThat(names(file(columns, "period_week")))
        .contains("2 period_week")
        .endsWith("4 period_date", "5 period_weekday", "6 period_week_3");
  }

  @Test
  void makeAKeyThatComesLaterGiveWay() {
    HistoryColumns first = columns(List.of(), Addition.CALENDAR);
    List<NumberedColumn> known = LedgerColumns.after(List.of(), first, output(first));

    HistoryColumns later = columns(known, Addition.CALENDAR);
    List<NumberedColumn> file = file(later, "period_week", "period_week_2");

    assertThat(file)
        .contains(
            new NumberedColumn(10, "period_week", "period_week_2", ColumnType.TEXT),
            new NumberedColumn(11, "period_week_2", "period_week_2_2", ColumnType.TEXT));
    assertThat(later.addedTo(output(later, "period_week")))
        .extracting(AddedColumn::name)
        .containsExactly("period_date", "period_weekday", "period_week");
  }

  @Test
  void makeAKeyThatComesWithTheFirstFileGiveWay() {
    HistoryColumns first = columns(List.of(), Addition.CALENDAR);

    assertThat(names(file(first, "period_week"))).contains("7 period_week_2", "10 period_week");
  }

  @Test
  void makeAKeyGiveWayThatComesAfterTheyAreNotWantedAnyMore() {
    HistoryColumns first = columns(List.of(), Addition.CALENDAR);
    List<NumberedColumn> known = LedgerColumns.after(List.of(), first, output(first));

    assertThat(names(file(columns(known), "period_week"))).contains("10 period_week_2");
  }
}
