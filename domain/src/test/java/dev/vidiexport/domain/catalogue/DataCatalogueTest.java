package dev.vidiexport.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataCatalogueTest {
  private final DataCatalogue catalogue = DataCatalogue.documented();

  @Test
  void hasTheTypesAndResolutionsOfTheDocumentation() {
    Set<String> documented = new TreeSet<>();
    for (DocumentedRows rows : DocumentedRows.all()) {
      rows.resolutions().forEach(each -> documented.add(rows.dataType() + " " + each.argument()));
    }

    Set<String> held = new TreeSet<>();
    for (DataType type : catalogue.dataTypes()) {
      type.resolutions().forEach(each -> held.add(type.name() + " " + each.argument()));
    }

    assertThat(held).isEqualTo(documented);
  }

  @ParameterizedTest
  @MethodSource("dev.vidiexport.domain.catalogue.DocumentedRows#all")
  void hasTheKeysOfTheDocumentationInItsOrder(DocumentedRows documented) {
    for (TimeResolution resolution : documented.resolutions()) {
      for (boolean grouped : documented.groupings()) {
        assertThat(catalogue.columns(documented.dataType(), resolution, grouped).ordered())
            .as("%s, grouped: %s", resolution, grouped)
            .extracting(Column::name)
            .isEqualTo(documented.keys().stream().map(DocumentedRows.Key::name).toList());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.vidiexport.domain.catalogue.DocumentedRows#all")
  void promisesTheKeysOfTheDocumentationWhenThereAreNoRows(DocumentedRows documented) {
    for (TimeResolution resolution : documented.resolutions()) {
      for (boolean grouped : documented.groupings()) {
        assertThat(catalogue.columns(documented.dataType(), resolution, grouped).whenEmpty())
            .as("%s, grouped: %s", resolution, grouped)
            .extracting(Column::name)
            .isEqualTo(
                documented.keys().stream()
                    .filter(key -> key.isPromised(resolution, grouped))
                    .map(DocumentedRows.Key::name)
                    .toList());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.vidiexport.domain.catalogue.DocumentedRows#all")
  void saysOfEveryColumnWhatTheDocumentationSays(DocumentedRows documented) {
    DocumentedTypes types = new DocumentedTypes();
    DataType type = type(documented.dataType());
    List<DataColumn> columns =
        documented.resolutions().contains(TimeResolution.FINEST)
            ? type.finest()
            : type.aggregated();

    assertThat(columns)
        .map(
            column -> "%s %s %s".formatted(column.name(), column.type().label(), column.presence()))
        .isEqualTo(
            documented.keys().stream()
                .map(
                    key ->
                        "%s %s %s"
                            .formatted(
                                key.name(),
                                types.of(documented.dataType(), key.name()),
                                key.presence()))
                .toList());
    assertThat(columns)
        .map(column -> Set.copyOf(column.resolutions()))
        .isEqualTo(documented.keys().stream().map(DocumentedRows.Key::resolutions).toList());
  }

  @Test
  void takesTheDocumentedTimestampsForSuchInEveryType() {
    Set<String> timestamps = new DocumentedTypes().keys("timestamp");

    for (String name : List.of("viewers", "im", "dreams")) {
      assertThat(catalogue.columns(name, TimeResolution.ONE_HOUR, false).typedByName())
          .as(name)
          .allMatch(column -> column.type() == ColumnType.TIMESTAMP)
          .extracting(Column::name)
          .containsExactlyInAnyOrderElementsOf(timestamps);
    }
  }

  @Test
  void knowsWhatAFormerNameIsCalledNow() {
    assertThat(catalogue.presentName("persons")).contains("footfall");
    assertThat(catalogue.presentName("footfall")).isEmpty();
    assertThat(catalogue.find("persons")).isEmpty();
    assertThat(catalogue.columns("persons", TimeResolution.FINEST, false))
        .isEqualTo(catalogue.columns("footfall", TimeResolution.FINEST, false));
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
    "pmp_sales_by_demographics, age_bracket,"
        + " 'code: 0 unknown, 1 child, 2 young adult, 3 adult, 4 senior'",
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
            "vr_id: finest",
            "footfall_id: finest",
            "footfall_start: finest",
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
}
