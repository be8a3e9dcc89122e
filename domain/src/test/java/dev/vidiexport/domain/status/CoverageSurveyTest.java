package dev.vidiexport.domain.status;

import static dev.vidiexport.domain.status.StatusSamples.CATALOGUE;
import static dev.vidiexport.domain.status.StatusSamples.FIRST;
import static dev.vidiexport.domain.status.StatusSamples.listed;
import static dev.vidiexport.domain.status.StatusSamples.location;
import static dev.vidiexport.domain.status.StatusSamples.topology;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vidiexport.domain.coverage.CoverageRules;
import dev.vidiexport.domain.coverage.ExpectedPeriods;
import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Four days of hours are 96 periods. */
class CoverageSurveyTest {
  private static final TimeWindow LAST = FIRST.next().next().next();
  private static final Topology TOPOLOGY =
      topology(
          location(1056, 201, "2016-01-01T00:00:00"), location(1057, 202, "2024-03-04T12:00:00"));

  private static CoverageRules rules(String type, TimeResolution resolution) {
    return CoverageRules.of(
        StatusSamples.export(type, resolution, listed(SourceKind.LOCATIONS, 1)), CATALOGUE);
  }

  private static CoverageSurvey survey(
      String type,
      TimeResolution resolution,
      SourceSelection selection,
      Optional<Topology> topology) {
    HistoryExport export = StatusSamples.export(type, resolution, selection);
    CoverageRules rules = CoverageRules.of(export, CATALOGUE);
    return new CoverageSurvey(
        rules, ExpectedPeriods.of(export, rules, topology), selection, topology, FIRST, LAST);
  }

  private static CoverageSurvey viewers(SourceSelection selection) {
    return survey("viewers", TimeResolution.ONE_HOUR, selection, Optional.of(TOPOLOGY));
  }

  private static CoverageFigures figures(long expected, long measured, long placeholder) {
    return new CoverageFigures(
        OptionalLong.of(expected), OptionalLong.of(measured), OptionalLong.of(placeholder));
  }

  private static void add(CoverageSurvey survey, long id, long measured, long placeholder) {
    survey.add(PlaceKind.LOCATION, id, OptionalLong.of(measured), OptionalLong.of(placeholder));
  }

  @Test
  void tellsTheWorstPlaceFirst() {
    CoverageSurvey survey = viewers(new SourceSelection.All(SourceKind.LOCATIONS));
    add(survey, 1056, 72, 10);
    add(survey, 1057, 3, 0);

    List<PlaceStatus> places = survey.places();

    assertThat(places)
        .containsExactly(
            new PlaceStatus(
                PlaceKind.LOCATION,
                1057,
                Optional.of("Camera 1057"),
                Optional.of("2024-03-05T05:00:00"),
                figures(12, 3, 0)),
            new PlaceStatus(
                PlaceKind.LOCATION,
                1056,
                Optional.of("Camera 1056"),
                Optional.of("2024-03-05T05:00:00"),
                figures(96, 72, 10)));
    assertThat(CoverageSurvey.total(rules("viewers", TimeResolution.ONE_HOUR), places))
        .isEqualTo(figures(108, 75, 10));
  }

  @Test
  void expectsPlacesThatHaveNothing() {
    assertThat(viewers(listed(SourceKind.LOCATIONS, 1056, 1058)).places())
        .extracting(PlaceStatus::id, PlaceStatus::label, PlaceStatus::figures)
        .containsExactly(
            tuple(1056L, Optional.of("Camera 1056"), figures(96, 0, 0)),
            tuple(1058L, Optional.empty(), figures(96, 0, 0)));
  }

  @Test
  void leavesOutPlacesThatNobodyAsksForAnyMore() {
    CoverageSurvey survey = viewers(listed(SourceKind.LOCATIONS, 1056));
    add(survey, 1056, 96, 0);
    add(survey, 1057, 96, 0);

    assertThat(survey.places()).extracting(PlaceStatus::id).containsExactly(1056L);
  }

  @Test
  void findsTheLocationsOfSites() {
    CoverageSurvey survey = viewers(listed(SourceKind.SITES, 202));
    add(survey, 1057, 12, 0);

    assertThat(survey.places())
        .extracting(PlaceStatus::id, PlaceStatus::figures)
        .containsExactly(tuple(1057L, figures(12, 12, 0)));
  }

  @Test
  void takesThePlacesThatRowsNameForThoseOfTags() {
    CoverageSurvey survey = viewers(listed(SourceKind.LOCATION_TAGS, 301));
    add(survey, 1056, 48, 0);

    assertThat(survey.places())
        .extracting(PlaceStatus::id, PlaceStatus::figures)
        .containsExactly(tuple(1056L, figures(96, 48, 0)));
  }

  @Test
  void expectsNothingWhereNobodyCanKnow() {
    CoverageSurvey gates =
        survey(
            "gate",
            TimeResolution.ONE_HOUR,
            listed(SourceKind.LOCATIONS, 1056),
            Optional.of(TOPOLOGY));
    add(gates, 1056, 48, 0);
    CoverageSurvey finest =
        survey(
            "viewers",
            TimeResolution.FINEST,
            listed(SourceKind.LOCATIONS, 1056),
            Optional.of(TOPOLOGY));

    assertThat(CoverageSurvey.total(rules("gate", TimeResolution.ONE_HOUR), gates.places()))
        .isEqualTo(
            new CoverageFigures(OptionalLong.empty(), OptionalLong.of(48), OptionalLong.of(0)));
    assertThat(CoverageSurvey.total(rules("viewers", TimeResolution.FINEST), finest.places()))
        .isEqualTo(
            new CoverageFigures(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()));
  }

  @Test
  void knowsSitesByTheirNames() {
    CoverageSurvey plays =
        survey(
            "proof_of_play_by_site",
            TimeResolution.ONE_HOUR,
            new SourceSelection.All(SourceKind.SITES),
            Optional.of(TOPOLOGY));
    plays.add(PlaceKind.SITE, 201, OptionalLong.of(5), OptionalLong.of(1));

    assertThat(plays.places())
        .containsExactly(
            new PlaceStatus(
                PlaceKind.SITE,
                201,
                Optional.of("Gare"),
                Optional.empty(),
                new CoverageFigures(OptionalLong.empty(), OptionalLong.of(5), OptionalLong.of(1))));
  }

  @Test
  void knowsNoPlaceOfAllAsLongAsNobodyToldThem() {
    CoverageSurvey survey =
        survey(
            "viewers",
            TimeResolution.ONE_HOUR,
            new SourceSelection.All(SourceKind.LOCATIONS),
            Optional.empty());

    assertThat(survey.places()).isEmpty();
    assertThat(CoverageSurvey.total(rules("viewers", TimeResolution.ONE_HOUR), List.of()))
        .isEqualTo(figures(0, 0, 0));
  }
}
