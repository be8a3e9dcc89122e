package dev.vidiexport.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.topology.Id;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditionBuilderTest {
  private static AdditionBuilder builder(String... words) {
    return new AdditionBuilder(DataCatalogue.documented())
        .naming(name -> "--" + name.replace('_', '-'))
        .with(words.length == 0 ? null : List.of(words));
  }

  private static RequestedAdditions hourlyViewers(AdditionBuilder builder) {
    return builder.build("viewers", TimeResolution.ONE_HOUR, false, false);
  }

  private static void assertRefused(AdditionBuilder builder, String... violations) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> hourlyViewers(builder))
        .satisfies(
            refused ->
                assertThat(refused.violations())
                    .extracting(Violation::toString)
                    .containsExactly(violations));
  }

  @Test
  void readsWords() {
    assertThat(hourlyViewers(builder("names,calendar", "names")).additions())
        .containsExactlyInAnyOrder(Addition.NAMES, Addition.CALENDAR);
    assertThat(hourlyViewers(builder()).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nmaes|with must be some of names, tags, labels, seconds, calendar, utc, but was \"nmaes\""
            + " (did you mean \"names\"?)",
        "names,|with must not contain an empty item, but item 2 of 2 is empty",
        "labels|with must add something, but labels adds nothing to \"viewers\" at 1h",
        "utc|with must come with --time-zone or --time-zones when it has utc: VidiCenter knows no"
            + " time zones",
      })
  void refusesWords(String words, String violation) {
    assertRefused(builder(words), violation);
  }

  @Test
  void takesWhatAddsNothingWhereNamesDecide() {
    assertThat(builder("labels").build("viewers", TimeResolution.ONE_HOUR, false, true).additions())
        .containsExactly(Addition.LABELS);
  }

  @Test
  void passesOverWhatIsWantedOfAll() {
    assertThat(
            hourlyViewers(builder("labels,names").passingOver(Set.of("labels", "names")))
                .additions())
        .containsExactly(Addition.NAMES);
  }

  @Test
  void refusesZonesThatNobodyNeeds() {
    assertRefused(
        builder("names").timeZone("Europe/Paris").zoneLines("1056: UTC"),
        "time_zone is only for --with utc",
        "time_zones is only for --with utc");
  }

  @Test
  void saysNothingOfZonesAsLongAsAWordIsWrong() {
    assertRefused(
        builder("uct").timeZone("Europe/Paris"),
        "with must be some of names, tags, labels, seconds, calendar, utc, but was \"uct\""
            + " (did you mean \"utc\"?)");
  }

  @Test
  void saysNothingOfMissingZonesWhereThoseThatWereGivenAreRefused() {
    assertThat(hourlyViewers(builder("utc").zonesAreRefused()).zones())
        .matches(zones -> zones.isEmpty());
  }

  /** In the order of the columns, whatever the order of the words. */
  @Test
  void tellsOfAllWordsThatAddNothing() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                builder("seconds,tags,names,labels")
                    .build("extrapolated_ots", TimeResolution.ONE_HOUR, false, false))
        .satisfies(
            refused ->
                assertThat(refused.violations())
                    .extracting(violation -> violation.problem().split(" ")[4])
                    .containsExactly("names", "tags", "labels", "seconds"));
  }

  @Test
  void takesZonesThatServeOtherwise() {
    assertThat(hourlyViewers(builder("names").timeZone("UTC").zonesServeOtherwise()).zones())
        .matches(zones -> zones.isEmpty());
  }

  @Test
  void refusesZonesOfPlacesForRowsThatNameNone() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                builder("utc")
                    .zoneLines("1056: UTC")
                    .build("extrapolated_ots", TimeResolution.ONE_HOUR, false, false))
        .withMessageContaining("take --time-zone alone");
  }

  @Test
  void passesOverZonesOfPlacesThatAreThereForAllExports() {
    RequestedAdditions everywhere =
        builder("utc")
            .timeZone("Europe/Paris")
            .zoneLines("1056: UTC")
            .zoneLinesAreInherited()
            .build("extrapolated_ots", TimeResolution.ONE_HOUR, false, false);

    assertThat(everywhere.zones().otherwise()).contains(ZoneId.of("Europe/Paris"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(
            () ->
                builder("utc")
                    .zoneLines("1056: UTC")
                    .zoneLinesAreInherited()
                    .build("extrapolated_ots", TimeResolution.ONE_HOUR, false, false))
        .withMessageContaining("take --time-zone alone");
  }

  @Test
  void readsLines() {
    RequestedAdditions read =
        hourlyViewers(
            builder("utc")
                .timeZone("America/New_York")
                .zoneLines(
                    "\uFEFF# where they are\r\n\n 1056: Europe/Paris # the first\n"
                        + "site 12 :Europe/London\n01057:UTC"));

    assertThat(read.zones().ofLocations())
        .containsOnlyKeys(new Id("1056"), new Id("1057"))
        .containsEntry(new Id("1056"), ZoneId.of("Europe/Paris"));
    assertThat(read.zones().ofLocation(new Id("5"), Optional.of(new Id("12"))))
        .contains(ZoneId.of("Europe/London"));
    assertThat(read.zones().ofLocation(new Id("1056"), Optional.of(new Id("12"))))
        .contains(ZoneId.of("Europe/Paris"));
    assertThat(read.zones().ofSite(new Id("13"))).contains(ZoneId.of("America/New_York"));
  }

  @Test
  void tellsEachBadLine() {
    assertRefused(
        builder("utc")
            .zoneLines(
                """
                1056: Europe/Pariss
                1057 Europe/Paris
                1058: Europe/Paris
                site 1058: Europe/Paris
                1058: Europe/Rome
                """),
        "time_zones line 1 must be an IANA name such as Europe/Paris, but was \"Europe/Pariss\""
            + " (did you mean \"Europe/Paris\"?)",
        "time_zones line 2 must be such as 1056: Europe/Paris, or site 12: Europe/London, but was"
            + " \"1057 Europe/Paris\"",
        "time_zones line 5 names the location 1058 again, which line 3 names");
  }

  @Test
  void tellsOnlySomeOfManyBadLines() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> hourlyViewers(builder("utc").zoneLines("bad\n".repeat(14))))
        .satisfies(
            refused ->
                assertThat(refused.violations())
                    .hasSize(11)
                    .last()
                    .hasToString("time_zones has 4 more lines that are not good"));
  }

  @Test
  void looksAtWhatDoesNotDependOnTheExport() {
    builder("labels").check();

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> builder("label").timeZone("Paris").check())
        .satisfies(refused -> assertThat(refused.violations()).hasSize(2));
  }
}
