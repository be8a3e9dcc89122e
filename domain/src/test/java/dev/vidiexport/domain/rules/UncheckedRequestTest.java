package dev.vidiexport.domain.rules;

import static dev.vidiexport.domain.rules.RequestFixtures.refusalOf;
import static dev.vidiexport.domain.rules.RequestFixtures.violationsOf;
import static dev.vidiexport.domain.rules.RequestFixtures.worked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.request.SourceKind;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UncheckedRequestTest {
  @Test
  void sendsWhatTheCatalogueDoesNotKnow() {
    ExportRequestBuilder builder =
        unchecked()
            .dataType("dreams of 2030")
            .groupByDemographics(true)
            .contentIds(List.of("1"))
            .averageContentDuration("2")
            .extrapolationAmount("3");

    assertThat(builder.build().arguments())
        .containsExactly(
            entry("locations", "1056"),
            entry("data_type", "dreams of 2030"),
            entry("start", "2016-04-29T10:00:00"),
            entry("end", "2016-04-29T11:00:00"),
            entry("time_resolution", "1h"),
            entry("group_by_demographics", "1"),
            entry("content_ids", "1"),
            entry("average_content_duration", "2"),
            entry("extrapolation_amount", "3"));
  }

  @Test
  void sendsCombinationsThatTheCatalogueDoesNotKnow() {
    ExportRequestBuilder builder =
        unchecked().dataType("ots").timeResolution("finest").groupByDemographics(true);

    assertThat(builder.build().arguments())
        .containsEntry("time_resolution", "finest")
        .containsEntry("group_by_demographics", "1");
  }

  static Stream<Supplier<ExportRequestBuilder>> refusedByTheCatalogue() {
    return Stream.of(
        () -> worked().dataType("dreams"),
        () -> worked().dataType("persons"),
        () -> worked().dataType("ots").timeResolution("finest"),
        () -> worked().dataType("im").timeResolution("1d"),
        () -> worked().timeResolution("finest").groupByDemographics(true),
        () -> worked().dataType("ots").groupByDemographics(true),
        () -> worked().contentIds(List.of("1")),
        () -> worked().averageContentDuration("2"),
        () -> worked().extrapolationAmount("3"));
  }

  @ParameterizedTest
  @MethodSource("refusedByTheCatalogue")
  void sendsWhatIsWrongOnlyByTheCatalogue(Supplier<ExportRequestBuilder> request) {
    List<Violation> violations = refusalOf(request.get()).violations();

    assertThat(violations).isNotEmpty().allMatch(Violation::unknownToCatalogue);
    assertThat(request.get().unchecked(true).build()).isNotNull();
  }

  static Stream<Supplier<ExportRequestBuilder>> refusedAnyway() {
    return Stream.of(
        () -> worked().dataType(""),
        () -> worked().dataType("a\nb"),
        () -> worked().dataType("x".repeat(101)),
        () -> worked().timeResolution("2h"),
        () -> worked().start("2016-02-30T00:00:00"),
        () -> worked().end("2016-04-29T09:00:00"),
        () -> worked().sources(SourceKind.SITES, List.of("0")));
  }

  @ParameterizedTest
  @MethodSource("refusedAnyway")
  void doesNotSayThatItWouldSendWhatItRefusesAnyway(Supplier<ExportRequestBuilder> request) {
    assertThat(refusalOf(request.get()).violations()).noneMatch(Violation::unknownToCatalogue);
    assertThat(refusalOf(request.get().unchecked(true)).violations())
        .noneMatch(Violation::unknownToCatalogue);
  }

  @Test
  void sendsTheAverageForExtrapolatedTypesAloneAllTheSame() {
    assertThat(unchecked().dataType("extrapolated_ots").build().arguments())
        .containsEntry("extrapolation_amount", "");
    assertThat(unchecked().dataType("extrapolated_dreams").build().arguments())
        .doesNotContainKey("extrapolation_amount");
  }

  @Test
  void takesANameOfAHundredCharacters() {
    assertThat(unchecked().dataType("x".repeat(100)).build().dataType()).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "a\nb", "a\u0000", "\u202eots"})
  void refusesANameThatCannotBeOne(String name) {
    assertThat(violationsOf(unchecked().dataType(name)))
        .singleElement()
        .asString()
        .startsWith("data_type must be a name of 1 to 100 printable characters, but was \"")
        .matches("[^\\p{Cntrl}\u202e]*");
  }

  @Test
  void refusesANameOfMoreThanAHundredCharacters() {
    assertThat(violationsOf(unchecked().dataType("x".repeat(101))))
        .containsExactly(
            "data_type must be a name of 1 to 100 printable characters, but was \""
                + "x".repeat(59)
                + "…\"");
  }

  @Test
  void checksHowEverythingElseIsWritten() {
    ExportRequestBuilder builder =
        new ExportRequestBuilder(DataCatalogue.documented())
            .unchecked(true)
            .timeResolution("2h")
            .start("2016-02-30T00:00:00")
            .end("tomorrow")
            .sources(SourceKind.SITES, List.of("0"))
            .contentIds(List.of(""))
            .averageContentDuration("x")
            .extrapolationAmount("y");

    assertThat(violationsOf(builder))
        .map(violation -> violation.substring(0, violation.indexOf(" must")))
        .containsExactly(
            "data_type",
            "time_resolution",
            "start",
            "end",
            "sites",
            "content_ids",
            "average_content_duration",
            "extrapolation_amount");
  }

  @Test
  void asksForASourceAndForAnEndThatIsNotBeforeTheStart() {
    ExportRequestBuilder builder =
        unchecked().sources(SourceKind.LOCATIONS, null).end("2016-04-29T09:59:59");

    assertThat(violationsOf(builder))
        .map(violation -> violation.substring(0, violation.indexOf(" must")))
        .containsExactly("end", "locations");
  }

  private static ExportRequestBuilder unchecked() {
    return RequestFixtures.worked().unchecked(true);
  }
}
