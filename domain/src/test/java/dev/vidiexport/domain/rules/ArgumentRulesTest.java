package dev.vidiexport.domain.rules;

import static dev.vidiexport.domain.rules.RequestFixtures.violationsOf;
import static dev.vidiexport.domain.rules.RequestFixtures.worked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentRulesTest {
  @ParameterizedTest
  @CsvSource({
    "viewers_apc, finest",
    "proof_of_play_by_location, 1d",
    "proof_of_play_by_site, 1d",
    "proof_of_play_by_location_footfall_faces, 1d",
    "proof_of_play_by_site_footfall_faces, 1d",
    "proof_of_play_vehicle_person_by_location, 1d",
    "proof_of_play_vehicle_person_by_site, 1d"
  })
  void sendsTheContentsOfTheTypesThatTakeThem(String type, String resolution) {
    ExportRequestBuilder builder =
        worked().dataType(type).timeResolution(resolution).contentIds(List.of("a1,b 2", "ü"));

    assertThat(builder.build().arguments()).containsEntry("content_ids", "a1,b 2,ü");
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewers", "ots", "content_plays", "im"})
  void sendsContentsForNoOtherType(String type) {
    assertThat(violationsOf(worked().dataType(type).contentIds(List.of("7"))))
        .singleElement()
        .asString()
        .startsWith(
            "content_ids must not be given for data type " + type + ", but only for viewers_apc,");
  }

  @Test
  void refusesContentsThatAreEmptyOrCannotBeRead() {
    ExportRequestBuilder builder = worked().dataType("proof_of_play_by_site");

    assertThat(violationsOf(builder.contentIds(List.of())))
        .containsExactly("content_ids must not be an empty list");
    assertThat(violationsOf(builder.contentIds(List.of("1,"))))
        .containsExactly("content_ids must not contain an empty item, but item 2 of 2 is empty");
    assertThat(violationsOf(builder.contentIds(List.of("1", " "))))
        .containsExactly("content_ids must be ids of printable characters, but found \" \"");
    assertThat(violationsOf(builder.contentIds(List.of("a\nb"))))
        .containsExactly(
            "content_ids must be ids of printable characters, but found \"a\\u{000A}b\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"im", "im_nobackup", "targeted_im"})
  void sendsTheDurationForTheMultipliersThatTakeIt(String type) {
    assertThat(worked().dataType(type).averageContentDuration("07.50").build().arguments())
        .containsEntry("average_content_duration", "07.50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"im_ots", "im_ots_nobackup", "viewers"})
  void sendsTheDurationForNoOtherType(String type) {
    assertThat(violationsOf(worked().dataType(type).averageContentDuration("10")))
        .containsExactly(
            "average_content_duration must not be given for data type "
                + type
                + ", but only for im, im_nobackup, targeted_im");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "+1", "1,5", "1.", ".5", "1e3", "NaN", "10s", "١"})
  void refusesADurationThatIsNoNumber(String text) {
    assertThat(violationsOf(worked().dataType("im").averageContentDuration(text)))
        .containsExactly(
            "average_content_duration must be a number of seconds such as 10 or 7.5, but was \""
                + text
                + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"extrapolated_watchers", "extrapolated_ots"})
  void alwaysSendsAnAmountForTheExtrapolatedTypes(String type) {
    assertThat(worked().dataType(type).build().arguments())
        .containsEntry("extrapolation_amount", "");
    assertThat(worked().dataType(type).extrapolationAmount("").build().arguments())
        .containsEntry("extrapolation_amount", "");
    assertThat(worked().dataType(type).extrapolationAmount("0").build().arguments())
        .containsEntry("extrapolation_amount", "0");
    assertThat(worked().dataType(type).extrapolationAmount("12.5").build().arguments())
        .containsEntry("extrapolation_amount", "12.5");
  }

  @Test
  void sendsNoAmountForOtherTypes() {
    assertThat(worked().build().arguments()).doesNotContainKey("extrapolation_amount");
    assertThat(violationsOf(worked().extrapolationAmount("")))
        .containsExactly(
            "extrapolation_amount must not be given for data type viewers, but only for"
                + " extrapolated_watchers, extrapolated_ots");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "-1", "+1", "1,5", "1.", ".5", "1e3", "Infinity", "٥"})
  void refusesAnAmountThatIsNoNumber(String text) {
    assertThat(violationsOf(worked().dataType("extrapolated_ots").extrapolationAmount(text)))
        .containsExactly(
            "extrapolation_amount must be a number such as 10 or 7.5, or empty for the average,"
                + " but was \""
                + text
                + "\"");
  }
}
