package dev.vidiexport.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataCatalogueTest {
  private final DataCatalogue catalogue = DataCatalogue.documented();

  @Test
  void holdsEveryColumnThatTheDocumentationHasInItsOrder() {
    Map<String, List<String>> documented = DocumentedColumns.read();

    Map<String, List<String>> held = new LinkedHashMap<>();
    for (DataType type : catalogue.dataTypes()) {
      putUnlessEmpty(held, type.name() + " finest", type.finest());
      putUnlessEmpty(held, type.name() + " aggregated", type.aggregated());
    }

    assertThat(List.copyOf(held.keySet())).isEqualTo(List.copyOf(documented.keySet()));
    documented.forEach((rows, columns) -> assertThat(held.get(rows)).as(rows).isEqualTo(columns));
  }

  @ParameterizedTest
  @CsvSource({
    "viewers, finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "viewers_apc, finest",
    "ots, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "gate, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "footfall, finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "vehicles, finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "vehicles_footfall, finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "proof_of_play_by_location, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "proof_of_play_by_site, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "proof_of_play_by_location_footfall_faces, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "proof_of_play_by_site_footfall_faces, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "proof_of_play_vehicle_person_by_location, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "proof_of_play_vehicle_person_by_site, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "im, 1h",
    "im_nobackup, 1h",
    "im_ots, 1h",
    "im_ots_nobackup, 1h",
    "targeted_im, 1h",
    "extrapolated_watchers, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "extrapolated_ots, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "compass, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "content_plays, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "pmp_sales_by_demographics, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "pmp_sales_funnel, 5m 10m 15m 30m 1h 1d 7d 30d 1M",
    "retail_analytics_footfall, finest",
    "retail_analytics_footfall_aggregated, 5m 10m 15m 30m 1h 1d 7d 30d 1M"
  })
  void knowsTheResolutionsOfEveryType(String name, String resolutions) {
    assertThat(ColumnTexts.resolutions(type(name).resolutions())).isEqualTo(resolutions);
  }

  @ParameterizedTest
  @CsvSource({
    "group_by_demographics, viewers proof_of_play_by_location proof_of_play_by_site"
        + " proof_of_play_by_location_footfall_faces proof_of_play_by_site_footfall_faces",
    "content_ids, viewers_apc proof_of_play_by_location proof_of_play_by_site"
        + " proof_of_play_by_location_footfall_faces proof_of_play_by_site_footfall_faces"
        + " proof_of_play_vehicle_person_by_location proof_of_play_vehicle_person_by_site",
    "average_content_duration, im im_nobackup targeted_im",
    "extrapolation_amount, extrapolated_watchers extrapolated_ots"
  })
  void knowsWhichTypesTakeAnArgument(String argument, String names) {
    TypeSpecificArgument particular =
        List.of(TypeSpecificArgument.values()).stream()
            .filter(candidate -> candidate.argument().equals(argument))
            .findFirst()
            .orElseThrow();

    assertThat(String.join(" ", catalogue.namesTaking(particular))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "viewers, watcher_count, ''",
    "viewers, dwell_time_in_tenths_of_sec, tenths of a second",
    "viewers, attention_time, tenths of a second",
    "viewers, gender, 'code: 0 unknown, 1 male, 2 female'",
    "viewers, age, 'code: 0 unknown, 1 child, 2 young adult, 3 adult, 4 senior'",
    "viewers, age_value, ''",
    "viewers, very_unhappy, per cent",
    "vehicles, type, 'code: 0 unknown, 1 car, 2 bus, 3 truck or SUV, 4 van, 5 bike'",
    "vehicles, vehicle_presence_time, tenths of a second",
    "vehicles_footfall, avg_presence_time, tenths of a second",
    "ots, duration, seconds",
    "content_plays, content_duration, seconds",
    "compass, north_west, per cent",
    "im_ots, watcher_dwell_time, ''",
    "proof_of_play_by_site, avg_dwell_time_in_tenths_of_sec, tenths of a second"
  })
  void knowsTheUnitOfAColumn(String name, String column, String unit) {
    DataColumn found =
        type(name).columns().stream()
            .filter(candidate -> candidate.name().equals(column))
            .findFirst()
            .orElseThrow();

    assertThat(found.unit().orElse("")).isEqualTo(unit);
  }

  @Test
  void listsEveryColumnOfATypeOnceWithAllItsResolutions() {
    List<String> columns =
        type("viewers").columns().stream()
            .map(column -> column.name() + ": " + ColumnTexts.resolutions(column.resolutions()))
            .toList();

    assertThat(columns)
        .containsExactly(
            "location_id: finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "period_start: finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "period_start_date: finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "period_start_time: finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "gender: finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "age: finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "age_value: finest",
            "dwell_time_in_tenths_of_sec: finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "dwell_time: 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "attention_time_in_tenths_of_sec: finest 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "attention_time: 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "very_happy: finest",
            "happy: finest",
            "neutral: finest",
            "unhappy: finest",
            "very_unhappy: finest",
            "watcher_count: 5m 10m 15m 30m 1h 1d 7d 30d 1M",
            "conversion_ratio: 5m 10m 15m 30m 1h 1d 7d 30d 1M");
  }

  @Test
  void limitsAColumnToItsOwnResolutions() {
    assertThat(type("ots").columns())
        .filteredOn(column -> List.of("effective_ots_count", "status").contains(column.name()))
        .map(column -> column.name() + ": " + ColumnTexts.resolutions(column.resolutions()))
        .containsExactly("effective_ots_count: 1h 1d 7d 1M", "status: 15m");
  }

  @Test
  void findsATypeByItsExactNameOnly() {
    assertThat(catalogue.find("viewers")).map(DataType::name).contains("viewers");
    assertThat(catalogue.find("Viewers")).isEmpty();
    assertThat(catalogue.find("viewer")).isEmpty();
    assertThat(catalogue.find("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "viewer, viewers",
    "VIEWERS, viewers",
    "vewiers, viewers",
    "otss, ots",
    "im_no_backup, im_nobackup",
    "proof_of_play_by_loc, proof_of_play_by_location",
    "retail_analitics_footfall, retail_analytics_footfall"
  })
  void suggestsTheNameThatWasMeant(String written, String meant) {
    assertThat(catalogue.nearest(written)).contains(meant);
  }

  private DataType type(String name) {
    return catalogue.find(name).orElseThrow();
  }

  private static void putUnlessEmpty(
      Map<String, List<String>> held, String rows, List<DataColumn> columns) {
    if (!columns.isEmpty()) {
      List<String> texts = new ArrayList<>();
      columns.forEach(
          column ->
              texts.add(column.name() + " " + column.type().label() + " " + column.presence()));
      held.put(rows, texts);
    }
  }
}
