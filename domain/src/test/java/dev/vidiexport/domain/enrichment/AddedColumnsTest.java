package dev.vidiexport.domain.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataColumn;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.request.TimeResolution;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedColumnsTest {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final Set<Addition> ALL = EnumSet.allOf(Addition.class);

  private static BaseKeys keys(String type, String resolution, boolean grouped) {
    return BaseKeys.of(
        CATALOGUE, type, TimeResolution.find(resolution).orElseThrow(), grouped, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "viewers|1h|false|names|location_label site_id site_label network_id network_label",
        "gate|1h|false|names|location_label site_id site_label network_id network_label",
        "proof_of_play_by_site|1h|false|names|site_label network_id network_label",
        "extrapolated_ots|1h|false|names|",
        "viewers|1h|false|tags|location_tags site_tags",
        "proof_of_play_vehicle_person_by_site|1d|false|tags|site_tags",
        "viewers|1h|false|labels|",
        "viewers|1h|true|labels|gender_label age_label",
        "viewers|finest|false|labels|gender_label age_label",
        "pmp_sales_by_demographics|finest|false|labels|gender_label age_bracket_label",
        "vehicles|finest|false|labels|type_label color_label",
        "vehicles|1h|false|labels|",
        "ots|1h|false|seconds|",
        "viewers|1h|false|seconds|dwell_time_seconds attention_time_seconds",
        "footfall|1h|false|seconds|footfall_presence_seconds",
        "im_ots|1h|false|seconds|",
        "retail_analytics_footfall_aggregated|1h|false|seconds|",
        "compass|1h|false|seconds|",
        "viewers|1h|false|calendar|period_date period_hour period_weekday period_week",
        "viewers|1d|false|calendar|period_date period_weekday period_week",
        "viewers|1M|false|calendar|period_date period_weekday period_week",
        "viewers_apc|finest|false|calendar|start_date start_hour start_weekday start_week",
        "retail_analytics_footfall_aggregated|1h|false|calendar"
            + "|period_date period_hour period_weekday period_week",
        "viewers|1h|false|utc|period_start_utc period_start_ambiguous",
        "viewers_apc|finest|false|utc|start_time_utc start_time_ambiguous",
        "retail_analytics_footfall_aggregated|1d|false|utc|period_start_utc period_start_ambiguous",
      })
  void areThoseOfTheCatalogue(
      String type, String resolution, boolean grouped, String word, String expected) {
    List<String> names =
        EnrichedTable.names(
            Set.of(Addition.find(word).orElseThrow()), keys(type, resolution, grouped));

    assertThat(names).isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
  }

  @Test
  void standInTheOrderOfTheTable() {
    assertThat(EnrichedTable.names(ALL, keys("viewers", "1h", true)))
        .containsExactly(
            "location_label",
            "site_id",
            "site_label",
            "network_id",
            "network_label",
            "location_tags",
            "site_tags",
            "gender_label",
            "age_label",
            "dwell_time_seconds",
            "attention_time_seconds",
            "period_date",
            "period_hour",
            "period_weekday",
            "period_week",
            "period_start_utc",
            "period_start_ambiguous");
  }

  @Test
  void areMadeFromTheNamesOf2016WhereTheseCame() {
    BaseKeys viewers = keys("viewers", "1h", false);
    Set<Addition> seconds = Set.of(Addition.SECONDS);

    assertThat(AddedColumns.of(seconds, viewers, List.of("dwell_time")))
        .extracting(AddedColumn::name, AddedColumn::base)
        .containsExactly(
            tuple("dwell_time_seconds", "dwell_time"),
            tuple("attention_time_seconds", "attention_time_in_tenths_of_sec"));
    assertThat(EnrichedTable.names(seconds, viewers, "dwell_time", "dwell_time_in_tenths_of_sec"))
        .containsExactly("dwell_time_seconds", "dwell_time_seconds", "attention_time_seconds");
  }

  @Test
  void goByTheNamesThatComeWhereTheseDecide() {
    BaseKeys unknown = BaseKeys.of(CATALOGUE, "brand_new", TimeResolution.ONE_HOUR, false, true);

    assertThat(EnrichedTable.names(ALL, unknown)).isEmpty();
    assertThat(
            EnrichedTable.names(
                ALL, unknown, "start_time", "site_id", "wait_in_milliseconds", "gender"))
        .containsExactly(
            "site_label",
            "network_id",
            "network_label",
            "site_tags",
            "gender_label",
            "wait_seconds",
            "start_date",
            "start_hour",
            "start_weekday",
            "start_week",
            "start_time_utc",
            "start_time_ambiguous");
  }

  @Test
  void countSecondsOfAllThatIsDocumentedInPartsOfThem() {
    Set<String> documented = new TreeSet<>();
    Set<String> counted = new TreeSet<>();
    for (DataType type : CATALOGUE.dataTypes()) {
      for (DataColumn column : type.columns()) {
        if (column.unit().filter("tenths of a second"::equals).isPresent()) {
          documented.add(column.name());
        }
        if (SecondsName.of(column.name()).isPresent()) {
          counted.add(column.name());
        }
      }
    }

    assertThat(counted).isEqualTo(documented).isNotEmpty();
  }

  @Test
  void haveALabelForEveryCodeThatIsDocumented() {
    for (DataType type : CATALOGUE.dataTypes()) {
      for (DataColumn column : type.columns()) {
        if (column.unit().filter(unit -> unit.startsWith("code: ")).isPresent()) {
          CodeLabels labels = CodeLabels.of(column.name()).orElseThrow();
          StringBuilder codes = new StringBuilder("code: ");
          for (int code = 0; !isDigits(labels.label(code)); code++) {
            codes.append(code == 0 ? "" : ", ").append(code).append(' ');
            codes.append(new String(labels.label(code), UTF_8));
          }
          assertThat(column.unit()).contains(codes.toString());
        }
      }
    }
  }

  private static boolean isDigits(byte[] label) {
    return Character.isDigit(label[0]);
  }

  @Test
  void areToldToBeUselessWhereThereAreNone() {
    assertThat(AdditionRules.useless(ALL, keys("extrapolated_ots", "1h", false)))
        .containsExactly(Addition.NAMES, Addition.TAGS, Addition.LABELS, Addition.SECONDS);
    assertThat(
            AdditionRules.useless(
                ALL, BaseKeys.of(CATALOGUE, "new", TimeResolution.ONE_HOUR, false, true)))
        .isEmpty();
  }
}
