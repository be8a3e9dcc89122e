package dev.vidiexport.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.topology.SampleTopology;
import dev.vidiexport.domain.topology.TagAssignments;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnrichmentTest {
  private static final Set<Addition> ALL = EnumSet.allOf(Addition.class);
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Enrichment enrichment(
      Set<Addition> additions, String type, TimeResolution resolution, PlaceZones zones) {
    return new Enrichment(
        additions,
        BaseKeys.of(DataCatalogue.documented(), type, resolution, true, false),
        PlaceDirectory.of(SampleTopology.TOPOLOGY, SampleTopology.TAGGING, zones));
  }

  private static Enrichment hourly(Addition addition) {
    return enrichment(
        Set.of(addition), "viewers", TimeResolution.ONE_HOUR, PlaceZones.everywhere(PARIS));
  }

  @Test
  void namesPlaces() {
    EnrichedTable table =
        new EnrichedTable()
            .column("location_id", ColumnType.WHOLE)
            .row("1056")
            .row("1058")
            .row("9")
            .row("4711")
            .row("null")
            .row("1056");

    assertThat(table.with(hourly(Addition.NAMES)))
        .containsExactly(
            entry(
                "location_label",
                List.of("\"Entrance\"", "\"Window\"", "null", "null", "null", "\"Entrance\"")),
            entry("site_id", List.of("201", "202", "null", "null", "null", "201")),
            entry(
                "site_label",
                List.of("\"Gare du Nord\"", "null", "null", "null", "null", "\"Gare du Nord\"")),
            entry("network_id", List.of("11", "99", "null", "null", "null", "11")),
            entry(
                "network_label",
                List.of("\"Métro\"", "null", "null", "null", "null", "\"Métro\"")));
  }

  @Test
  void namesPlacesWhoseIdsCameAsTexts() {
    EnrichedTable table =
        new EnrichedTable()
            .column("site_id", ColumnType.TEXT)
            .row("\"201\"")
            .row("201.0")
            .row("\"somewhere\"");

    assertThat(
            table.with(
                enrichment(
                    Set.of(Addition.NAMES),
                    "proof_of_play_vehicle_person_by_site",
                    TimeResolution.ONE_DAY,
                    PlaceZones.NONE)))
        .containsEntry("site_label", List.of("\"Gare du Nord\"", "\"Gare du Nord\"", "null"))
        .containsEntry("network_id", List.of("11", "11", "null"));
  }

  @Test
  void sortsTagsByTheirCodePoints() {
    TagAssignments tags =
        new TagAssignments(
            Map.of(SampleTopology.id(1056), List.of("é", "b", "\uFF5E", "\uD83D\uDE00", "a", "b")),
            Map.of(SampleTopology.id(201), List.of("north")),
            List.of());
    Enrichment enrichment =
        new Enrichment(
            Set.of(Addition.TAGS),
            hourly(Addition.TAGS).baseKeys(),
            PlaceDirectory.of(SampleTopology.TOPOLOGY, tags, PlaceZones.NONE));

    assertThat(
            new EnrichedTable()
                .column("location_id", ColumnType.WHOLE)
                .row("1056")
                .row("1058")
                .with(enrichment))
        .containsExactly(
            entry("location_tags", List.of("\"a; b; é; \uFF5E; \uD83D\uDE00\"", "null")),
            entry("site_tags", List.of("\"north\"", "null")));
  }

  @Test
  void labelsCodes() {
    EnrichedTable table =
        new EnrichedTable()
            .column("gender", ColumnType.WHOLE)
            .column("age", ColumnType.TEXT)
            .row("0", "\"4\"")
            .row("2", "2.0")
            .row("3", "\"old\"")
            .row("-1", "true")
            .row("null", "null");

    assertThat(table.with(hourly(Addition.LABELS)))
        .containsExactly(
            entry("gender_label", List.of("\"unknown\"", "\"female\"", "\"3\"", "\"-1\"", "null")),
            entry(
                "age_label",
                List.of("\"senior\"", "\"young adult\"", "\"old\"", "\"true\"", "null")));
  }

  @Test
  void countsSeconds() {
    EnrichedTable table =
        new EnrichedTable()
            .column("dwell_time", ColumnType.WHOLE)
            .column("attention_time_in_tenths_of_sec", ColumnType.DECIMAL)
            .row("2419", "0.5")
            .row("0", "null")
            .row("null", "1.0E300");

    assertThat(table.with(hourly(Addition.SECONDS)))
        .containsExactly(
            entry("dwell_time_seconds", List.of("241.9", "0.0", "null")),
            entry("attention_time_seconds", List.of("0.05", "null", "1.0E299")));
  }

  @Test
  void isEmptyAndSaysSoWhereWhatItIsMadeFromCameAsText() {
    EnrichedTable table =
        new EnrichedTable()
            .column("dwell_time_in_tenths_of_sec", ColumnType.TEXT)
            .column("attention_time_in_tenths_of_sec", ColumnType.TEXT)
            .row("\"10\"", "null")
            .row("11", "null")
            .row("\"12\"", "null");

    assertThat(table.with(hourly(Addition.SECONDS)))
        .containsEntry("dwell_time_seconds", List.of("null", "null", "null"))
        .containsEntry("attention_time_seconds", List.of("null", "null", "null"));
    assertThat(table.notes().sentences())
        .containsExactly(
            "\"dwell_time_in_tenths_of_sec\" came as text, so dwell_time_seconds is empty.");
  }

  @Test
  void tellsThePartsOfTimes() {
    EnrichedTable table =
        new EnrichedTable()
            .column("period_start", ColumnType.TIMESTAMP)
            .row("2016-04-29T10:59:59")
            .row("2016-01-03T00:00")
            .row("2014-12-29T23:00")
            .row("null");

    assertThat(table.with(hourly(Addition.CALENDAR)))
        .containsExactly(
            entry(
                "period_date",
                List.of("\"2016-04-29\"", "\"2016-01-03\"", "\"2014-12-29\"", "null")),
            entry("period_hour", List.of("10", "0", "23", "null")),
            entry("period_weekday", List.of("5", "7", "1", "null")),
            entry("period_week", List.of("\"2016-W17\"", "\"2015-W53\"", "\"2015-W01\"", "null")));
  }

  @Test
  void tellsThePartsOfDaysThatStandOnTheirOwn() {
    EnrichedTable table =
        new EnrichedTable()
            .column("period_start_date", ColumnType.TEXT)
            .column("period_start_time", ColumnType.TEXT)
            .row("\"2016-04-29\"", "\"10:30\"")
            .row("\"2016-04-30\"", "null")
            .row("\"yesterday\"", "\"10:30\"");

    assertThat(
            table.with(
                enrichment(
                    Set.of(Addition.CALENDAR, Addition.UTC),
                    "retail_analytics_footfall_aggregated",
                    TimeResolution.ONE_HOUR,
                    PlaceZones.everywhere(PARIS))))
        .containsEntry("period_hour", List.of("10", "0", "null"))
        .containsEntry("period_start_utc", List.of("2016-04-29T08:30", "2016-04-29T22:00", "null"))
        .containsEntry("period_start_ambiguous", List.of("false", "false", "null"));
    assertThat(table.notes().sentences()).isEmpty();
  }

  @Test
  void isEmptyWhereTheTimeCameAsText() {
    EnrichedTable table =
        new EnrichedTable().column("period_start", ColumnType.TEXT).row("\"2016-04-29T10:00:00Z\"");

    assertThat(
            table.with(
                enrichment(
                    Set.of(Addition.CALENDAR, Addition.UTC),
                    "viewers",
                    TimeResolution.ONE_DAY,
                    PlaceZones.everywhere(PARIS))))
        .allSatisfy((name, values) -> assertThat(values).containsExactly("null"));
    assertThat(table.notes().sentences())
        .containsExactly(
            "\"period_start\" came as text, so period_date, period_weekday, period_week,"
                + " period_start_utc, period_start_ambiguous are empty.");
  }

  @Test
  void readsTimesInTheZoneOfTheirPlace() {
    PlaceZones zones =
        new PlaceZones(
            Map.of(
                SampleTopology.id(1056), ZoneId.of("Asia/Tokyo"),
                SampleTopology.id(4711), ZoneId.of("UTC")),
            Map.of(SampleTopology.id(201), ZoneId.of("America/New_York")),
            Optional.empty());
    EnrichedTable table =
        new EnrichedTable()
            .column("location_id", ColumnType.WHOLE)
            .column("period_start", ColumnType.TIMESTAMP)
            .row("1056", "2016-04-29T10:00")
            .row("1057", "2016-04-29T10:00")
            .row("4711", "2016-04-29T10:00")
            .row("1058", "2016-04-29T10:00")
            .row("null", "2016-04-29T10:00");

    assertThat(
            table.with(enrichment(Set.of(Addition.UTC), "viewers", TimeResolution.ONE_HOUR, zones)))
        .containsEntry(
            "period_start_utc",
            List.of("2016-04-29T01:00", "2016-04-29T14:00", "2016-04-29T10:00", "null", "null"))
        .containsEntry(
            "period_start_ambiguous", List.of("false", "false", "false", "null", "null"));
    assertThat(table.notes().sentences())
        .containsExactly(
            "The time in UTC is empty in 2 rows, because no time zone is known for their place; the"
                + " first is of 1058.");
  }

  @Test
  void readsDaysAsTheirFirstMoment() {
    EnrichedTable table =
        new EnrichedTable()
            .column("period_start", ColumnType.TIMESTAMP)
            .row("2016-10-30T02:30")
            .row("0001-01-01T00:00");

    assertThat(
            table.with(
                enrichment(
                    Set.of(Addition.UTC),
                    "viewers",
                    TimeResolution.ONE_DAY,
                    PlaceZones.everywhere(ZoneId.of("Asia/Tokyo")))))
        .containsEntry("period_start_utc", List.of("2016-10-29T15:00", "null"))
        .containsEntry("period_start_ambiguous", List.of("false", "null"));
  }

  @Test
  void isThereWithoutItsBase() {
    EnrichedTable table = new EnrichedTable().column("watcher_count", ColumnType.WHOLE).row("1");

    Map<String, List<String>> added =
        table.with(
            enrichment(ALL, "viewers", TimeResolution.ONE_HOUR, PlaceZones.everywhere(PARIS)));

    assertThat(added).hasSize(17).allSatisfy((name, values) -> assertThat(values).contains("null"));
  }

  @Test
  void takesAnotherNameWhereItsOwnIsTaken() {
    Schema received =
        Schema.of(
            new Column("location_id", ColumnType.WHOLE),
            new Column("site_id", ColumnType.TEXT),
            new Column("network_id", ColumnType.TEXT),
            new Column("network_id_2", ColumnType.TEXT));

    assertThat(hourly(Addition.NAMES).output(received).columns())
        .extracting(Column::name)
        .containsExactly(
            "location_id",
            "site_id",
            "network_id",
            "network_id_2",
            "location_label",
            "site_id_2",
            "site_label",
            "network_id_3",
            "network_label");
  }

  @Test
  void meansWhatItSays() {
    Schema received = Schema.of(new Column("period_start", ColumnType.TIMESTAMP));

    assertThat(
            enrichment(
                    Set.of(Addition.CALENDAR, Addition.UTC),
                    "viewers",
                    TimeResolution.ONE_DAY,
                    PlaceZones.everywhere(PARIS))
                .output(received)
                .columns())
        .containsExactly(
            new Column("period_start", ColumnType.TIMESTAMP),
            new Column("period_date", ColumnType.TEXT, ColumnMeaning.DATE),
            new Column("period_weekday", ColumnType.WHOLE),
            new Column("period_week", ColumnType.TEXT),
            new Column("period_start_utc", ColumnType.TIMESTAMP, ColumnMeaning.UTC),
            new Column("period_start_ambiguous", ColumnType.BOOLEAN));
  }
}
