package dev.vidiexport.domain.rules;

import static dev.vidiexport.domain.rules.RequestFixtures.violationsOf;
import static dev.vidiexport.domain.rules.RequestFixtures.worked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.SourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
  @Test
  void takesTheWorkedExample() {
    assertThat(worked().build().arguments())
        .containsExactly(
            entry("locations", "1056"),
            entry("data_type", "viewers"),
            entry("start", "2016-04-29T10:00:00"),
            entry("end", "2016-04-29T11:00:00"),
            entry("time_resolution", "1h"));
  }

  @Test
  void tellsAllThatIsMissing() {
    assertThat(violationsOf(new ExportRequestBuilder(DataCatalogue.documented())))
        .containsExactly(
            "data_type must be given",
            "time_resolution must be given",
            "start must be given",
            "end must be given",
            "locations must be given if no other source is: at least one is needed of"
                + " locations, sites, locationgroups, sitegroups, location_tags, site_tags");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    ExportRequestBuilder builder =
        new ExportRequestBuilder(DataCatalogue.documented())
            .dataType("ots")
            .timeResolution("finest")
            .start("2016-04-29T10:00:00")
            .end("2016-04-29")
            .sources(SourceKind.SITES, List.of("1", "x"))
            .sources(SourceKind.SITE_TAGS, List.of("1,,2"))
            .groupByDemographics(true)
            .contentIds(List.of("a", ""))
            .averageContentDuration("long")
            .extrapolationAmount("-1");

    assertThat(violationsOf(builder))
        .containsExactly(
            "end must be YYYY-MM-DDTHH:mm:SS, but was \"2016-04-29\"",
            "sites must be ids, which are whole numbers from 1 to 9223372036854775807, but found"
                + " \"x\"",
            "site_tags must not contain an empty item, but item 2 of 3 is empty",
            "content_ids must not contain an empty item, but item 2 of 2 is empty",
            "average_content_duration must be a number of seconds such as 10 or 7.5, but was"
                + " \"long\"",
            "extrapolation_amount must be a number such as 10 or 7.5, or empty for the average,"
                + " but was \"-1\"",
            "time_resolution must be one of 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d, 1M for data type"
                + " ots, but was \"finest\"",
            "group_by_demographics must not be given for data type ots, but only for viewers,"
                + " proof_of_play_by_location, proof_of_play_by_site,"
                + " proof_of_play_by_location_footfall_faces,"
                + " proof_of_play_by_site_footfall_faces",
            "content_ids must not be given for data type ots, but only for viewers_apc,"
                + " proof_of_play_by_location, proof_of_play_by_site,"
                + " proof_of_play_by_location_footfall_faces,"
                + " proof_of_play_by_site_footfall_faces,"
                + " proof_of_play_vehicle_person_by_location,"
                + " proof_of_play_vehicle_person_by_site",
            "average_content_duration must not be given for data type ots, but only for im,"
                + " im_nobackup, targeted_im",
            "extrapolation_amount must not be given for data type ots, but only for"
                + " extrapolated_watchers, extrapolated_ots");
  }

  @Test
  void saysItAllInItsMessageToo() {
    InvalidRequestException exception =
        RequestFixtures.refusalOf(worked().dataType(null).end("2016-04-29T09:00:00"));

    assertThat(exception.violations())
        .containsExactly(
            new Violation("data_type", "must be given", false),
            new Violation(
                "end",
                "must not be before start, but was 2016-04-29T09:00:00 < 2016-04-29T10:00:00",
                false));
    assertThat(exception)
        .hasMessage(
            "data_type must be given; end must not be before start, but was"
                + " 2016-04-29T09:00:00 < 2016-04-29T10:00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "viewrs, ' (did you mean \"viewers\"?)'",
    "Viewers, ' (did you mean \"viewers\"?)'",
    "dreams, ''",
    "'', ''"
  })
  void refusesADataTypeThatTheCatalogueDoesNotHave(String name, String hint) {
    assertThat(violationsOf(worked().dataType(name)))
        .containsExactly(
            "data_type must be one of the data types that VidiCenter is known to have, but was \""
                + name
                + "\""
                + hint);
  }

  @Test
  void tellsWhatADataTypeIsCalledNow() {
    assertThat(violationsOf(worked().dataType("persons")))
        .containsExactly("data_type must be footfall, as VidiCenter now calls \"persons\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1H, ' (did you mean \"1h\"?)'",
    "1m, ' (did you mean \"1M\"?)'",
    "finer, ' (did you mean \"finest\"?)'",
    "hourly, ''",
    "' 1h', ' (did you mean \"1h\"?)'",
    "'', ''"
  })
  void refusesAWordThatIsNoResolution(String word, String hint) {
    assertThat(violationsOf(worked().timeResolution(word)))
        .containsExactly(
            "time_resolution must be one of finest, 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d, 1M, but"
                + " was \""
                + word
                + "\""
                + hint);
  }

  @ParameterizedTest
  @CsvSource({
    "ots, finest, 'one of 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d, 1M'",
    "gate, finest, 'one of 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d, 1M'",
    "proof_of_play_by_site, finest, 'one of 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d, 1M'",
    "retail_analytics_footfall_aggregated, finest,"
        + " 'one of 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d, 1M'",
    "viewers_apc, 1h, finest",
    "retail_analytics_footfall, 5m, finest",
    "im, finest, 1h",
    "im_nobackup, 1d, 1h",
    "im_ots, 5m, 1h",
    "im_ots_nobackup, 1M, 1h",
    "targeted_im, 15m, 1h"
  })
  void refusesAResolutionThatTheTypeDoesNotHave(String type, String resolution, String allowed) {
    assertThat(violationsOf(worked().dataType(type).timeResolution(resolution)))
        .containsExactly(
            "time_resolution must be %s for data type %s, but was \"%s\""
                .formatted(allowed, type, resolution));
  }

  @Test
  void takesEveryTypeAtEachOfItsResolutions() {
    for (var type : DataCatalogue.documented().dataTypes()) {
      for (var resolution : type.resolutions()) {
        var request = worked().dataType(type.name()).timeResolution(resolution.argument()).build();

        assertThat(request.dataType()).isEqualTo(type.name());
        assertThat(request.timeResolution()).isEqualTo(resolution);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "viewers",
        "proof_of_play_by_location",
        "proof_of_play_by_site",
        "proof_of_play_by_location_footfall_faces",
        "proof_of_play_by_site_footfall_faces"
      })
  void groupsTheTypesThatHaveGroupedColumns(String type) {
    assertThat(worked().dataType(type).groupByDemographics(true).build().arguments())
        .containsEntry("group_by_demographics", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ots", "footfall", "extrapolated_watchers", "pmp_sales_funnel"})
  void groupsNoOtherType(String type) {
    assertThat(violationsOf(worked().dataType(type).groupByDemographics(true)))
        .singleElement()
        .asString()
        .startsWith(
            "group_by_demographics must not be given for data type "
                + type
                + ", but only for viewers, proof_of_play_by_location,");
  }

  @Test
  void groupsNoFinestRows() {
    assertThat(violationsOf(worked().timeResolution("finest").groupByDemographics(true)))
        .containsExactly(
            "group_by_demographics must not be given with time_resolution finest, whose rows are"
                + " not aggregated");
  }

  @Test
  void tellsOnceThatATypeHasNoFinestRowsToGroup() {
    assertThat(
            violationsOf(
                worked()
                    .dataType("proof_of_play_by_site")
                    .timeResolution("finest")
                    .groupByDemographics(true)))
        .singleElement()
        .asString()
        .startsWith("time_resolution must be one of 5m");
  }

  @Test
  void checksTheArgumentsOfATypeWhoseResolutionIsNoWord() {
    assertThat(violationsOf(worked().timeResolution("hourly").contentIds(List.of("7"))))
        .map(violation -> violation.substring(0, violation.indexOf(" must")))
        .containsExactly("time_resolution", "content_ids");
  }
}
