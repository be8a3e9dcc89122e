package dev.vidiexport.domain.planning;

import static dev.vidiexport.domain.planning.PlanSamples.AS_OF;
import static dev.vidiexport.domain.planning.PlanSamples.SETTINGS;
import static dev.vidiexport.domain.planning.PlanSamples.asked;
import static dev.vidiexport.domain.planning.PlanSamples.between;
import static dev.vidiexport.domain.planning.PlanSamples.complete;
import static dev.vidiexport.domain.planning.PlanSamples.export;
import static dev.vidiexport.domain.planning.PlanSamples.key;
import static dev.vidiexport.domain.planning.PlanSamples.location;
import static dev.vidiexport.domain.planning.PlanSamples.locations;
import static dev.vidiexport.domain.planning.PlanSamples.noted;
import static dev.vidiexport.domain.planning.PlanSamples.plan;
import static dev.vidiexport.domain.planning.PlanSamples.settings;
import static dev.vidiexport.domain.planning.PlanSamples.texts;
import static dev.vidiexport.domain.planning.PlanSamples.topology;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryPlannerTest {
  private static final HistoryExport VIEWERS = export(locations(1, 2, 3));
  private static final Topology TOPOLOGY = topology(1, 2, 3);

  @Test
  void asksForAllThatIsOverAndMissingNewestFirst() {
    ExportPlan plan = plan(VIEWERS, TOPOLOGY);

    assertThat(asked(plan))
        .containsExactly(
            "MISSING 2024-03-04 locations=1,2,3",
            "MISSING 2024-03-03 locations=1,2,3",
            "MISSING 2024-03-02 locations=1,2,3",
            "MISSING 2024-03-01 locations=1,2,3");
    assertThat(plan.slices()).allMatch(PlannedSlice::divisible);
    assertThat(plan.requests()).isEqualTo(4);
    assertThat(plan.windows()).isEqualTo(new WindowCounts(1, 4, 0, 0, 0, 0, 0, 0));
    assertThat(plan.closing())
        .contains(
            new WindowClosing(
                Instant.parse("2024-03-05T00:00:00Z"), Optional.of(PlanSamples.id(1))));
    assertThat(plan.rows()).isEmpty();
    assertThat(plan.bytes()).isEmpty();
    assertThat(plan.advice()).isEmpty();
  }

  @Test
  void asksForNothingThatIsComplete() {
    ExportPlan plan =
        plan(
            VIEWERS,
            TOPOLOGY,
            complete(VIEWERS, key(VIEWERS, "2024-03-01", 1, 2, 3)),
            complete(VIEWERS, key(VIEWERS, "2024-03-02", 1, 2, 3)),
            complete(VIEWERS, key(VIEWERS, "2024-03-03", 1)),
            complete(VIEWERS, key(VIEWERS, "2024-03-03", 2, 3)),
            complete(VIEWERS, key(VIEWERS, "2024-03-04", 1, 2, 3)));

    assertThat(plan.slices()).isEmpty();
    assertThat(plan.windows()).isEqualTo(new WindowCounts(1, 0, 4, 0, 0, 0, 0, 0));
    assertThat(plan.rows()).hasValue(0);
    assertThat(plan.bytes()).hasValue(0);
  }

  @Test
  void asksOnlyForTheCellsOfANewSource() {
    HistoryExport grown = export(locations(1, 2, 3, 4));

    ExportPlan plan =
        plan(
            grown,
            topology(1, 2, 3, 4),
            complete(grown, key(grown, "2024-03-01", 1, 2, 3)),
            complete(grown, key(grown, "2024-03-02", 1, 3)),
            complete(grown, key(grown, "2024-03-03", 1, 2, 3)));

    assertThat(asked(plan))
        .containsExactly(
            "MISSING 2024-03-04 locations=1,2,3,4",
            "MISSING 2024-03-03 locations=4",
            "MISSING 2024-03-02 locations=2,4",
            "MISSING 2024-03-01 locations=4");
    // 24 rows of 100 bytes are what a day of a location brought.
    assertThat(plan.rows()).hasValue(8 * 24);
    assertThat(plan.bytes()).hasValue(8 * 2400);
  }

  /** Nobody knows how large rows are in a table. */
  @Test
  void expectsNoSizeOfRowsThatAreInNoFile() {
    SliceRecord inFile = complete(VIEWERS, key(VIEWERS, "2024-03-01", 1, 2, 3));
    SliceAnswer answer = inFile.answer().orElseThrow();
    SliceAnswer inTable =
        new SliceAnswer(
            Optional.empty(),
            answer.rows(),
            answer.droppedRows(),
            answer.fingerprint(),
            answer.revision(),
            answer.creationDate(),
            answer.builtAt(),
            answer.askedAt(),
            answer.writtenWith());

    ExportPlan plan =
        plan(
            VIEWERS,
            TOPOLOGY,
            new SliceRecord(
                inFile.key(),
                inFile.state(),
                Optional.of(inTable),
                inFile.failure(),
                inFile.underWay(),
                inFile.lastRevision()));

    assertThat(plan.rows()).hasValue(3 * 3 * 24);
    assertThat(plan.bytes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-05T00:00:00Z, 4, 1",
    "2024-03-04T23:59:59Z, 3, 1",
    "2024-03-05T23:59:59Z, 4, 1",
    "2024-03-02T00:00:00Z, 1, 1",
    "2024-03-01T23:59:59Z, 0, 1",
    "2024-02-29T23:00:00Z, 0, 1",
    "2024-02-29T22:59:59Z, 0, 0",
    "2023-02-28T12:00:00Z, 0, 0"
  })
  void hasAtMostOneOpenWindow(Instant asOf, int missing, int open) {
    ExportPlan plan = plan(VIEWERS, TOPOLOGY, settings(asOf));

    assertThat(plan.windows()).isEqualTo(new WindowCounts(open, missing, 0, 0, 0, 0, 0, 0));
    assertThat(plan.closing().isPresent()).isEqualTo(missing > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-02T00:00:00Z, 1, 9",
    "2024-03-10T12:00:00Z, 9, 1",
    "2024-03-11T00:00:00Z, 10, 0",
    "2029-01-01T00:00:00Z, 10, 0"
  })
  void hasOpenWindowsUpToItsEnd(Instant asOf, int missing, int open) {
    HistoryExport ending =
        between(VIEWERS, LocalDate.of(2024, 3, 1), Optional.of(LocalDate.of(2024, 3, 10)));

    ExportPlan plan = plan(ending, TOPOLOGY, settings(asOf));

    assertThat(plan.windows()).isEqualTo(new WindowCounts(open, missing, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void plansMonthsOfDifferentLength() {
    HistoryExport months =
        between(
            export("viewers", TimeResolution.ONE_DAY, locations(1), WindowLength.MONTH),
            LocalDate.of(2023, 12, 1),
            Optional.empty());

    assertThat(asked(plan(months, TOPOLOGY)))
        .containsExactly(
            "MISSING 2024-02-01 locations=1",
            "MISSING 2024-01-01 locations=1",
            "MISSING 2023-12-01 locations=1");
  }

  @Test
  void asksForNothingBeforeALocationWasThere() {
    HistoryExport both = export(locations(1, 2, 3, 4, 5, 6));
    Topology created =
        PlanSamples.of(
            location(1, "2024-03-04T00:00:00", "3600"),
            location(2, "2024-03-04 00:00:01", "3600"),
            location(3, "some day", "3600"),
            location(4, "2024-03-04T00:00:00.5+01:00", "3600"),
            location(5, "2024-02-30T00:00:00", "3600"),
            location(6, "9999-01-01", "3600"));

    assertThat(asked(plan(both, created)))
        .containsExactly(
            "MISSING 2024-03-04 locations=1,2,3,4,5",
            "MISSING 2024-03-03 locations=1,2,3,4,5",
            "MISSING 2024-03-02 locations=1,3,4,5",
            "MISSING 2024-03-01 locations=3,5");
  }

  @Test
  void countsNoWindowWithoutCells() {
    Topology created = PlanSamples.of(location(1, "2024-03-04T12:00:00", "3600"));

    ExportPlan plan = plan(export(locations(1)), created);

    assertThat(plan.windows()).isEqualTo(new WindowCounts(1, 2, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void refusesSourcesThatTheTopologyDoesNotListWithoutAsking() {
    ExportPlan plan =
        plan(
            VIEWERS,
            topology(1, 3),
            complete(VIEWERS, key(VIEWERS, "2024-03-02", 2)),
            complete(VIEWERS, key(VIEWERS, "2024-03-03", 1, 3)));

    assertThat(asked(plan))
        .containsExactly(
            "MISSING 2024-03-04 locations=1,3",
            "MISSING 2024-03-02 locations=1,3",
            "MISSING 2024-03-01 locations=1,3");
    assertThat(texts(plan.unlisted()))
        .containsExactly(
            "2024-03-01 locations=2", "2024-03-03 locations=2", "2024-03-04 locations=2");
    assertThat(plan.windows()).isEqualTo(new WindowCounts(1, 1, 0, 0, 0, 3, 0, 0));
  }

  @Test
  void takesListedSourcesForThereWhereNoTopologyIsKnown() {
    HistoryPlanner planner =
        new HistoryPlanner(
            VIEWERS, Optional.empty(), UploadTimeline.EMPTY, SETTINGS, PlanSamples.CATALOGUE);

    assertThat(asked(planner.plan())).hasSize(3).allMatch(slice -> slice.endsWith("=1,2,3"));
  }

  @Test
  void tellsWhatCannotBeAskedFor() {
    Location odd =
        new Location(
            new Id("99999999999999999999"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "{}");
    Topology topology =
        PlanSamples.of(
            odd,
            location(0, "2016-01-01", "3600"),
            location(Long.MAX_VALUE, "2016-01-01", "3600"),
            location(7, "2016-01-01", "3600"),
            location(7, "2016-01-01", "3600"));

    ExportPlan plan =
        plan(
            export(PlanSamples.allLocations()),
            topology,
            settings(Instant.parse("2024-03-02T01:00:00Z")));

    assertThat(asked(plan)).containsExactly("MISSING 2024-03-01 locations=7,9223372036854775807");
    assertThat(plan.unaskable())
        .containsExactlyInAnyOrder(PlanSamples.id(0), new Id("99999999999999999999"));
  }

  @Test
  void keepsOneSliceAWindowOfSourcesThatAreNotFree() {
    SourceSelection tags =
        new SourceSelection.Listed(SourceSet.of(SourceKind.LOCATION_TAGS, 301, 302));
    HistoryExport tagged = export("viewers", TimeResolution.ONE_HOUR, tags, WindowLength.DAY);
    Topology both = tagged(301, 302);

    ExportPlan plan = plan(tagged, both, complete(tagged, key(tagged, "2024-03-02", 301, 302)));

    assertThat(asked(plan))
        .containsExactly(
            "MISSING 2024-03-04 location_tags=301,302",
            "MISSING 2024-03-03 location_tags=301,302",
            "MISSING 2024-03-01 location_tags=301,302");
    assertThat(plan.slices()).noneMatch(PlannedSlice::divisible);
    ExportPlan halfListed = plan(tagged, tagged(302));
    assertThat(halfListed.slices()).isEmpty();
    assertThat(texts(halfListed.unlisted()))
        .hasSize(4)
        .allMatch(text -> text.endsWith(" location_tags=301,302"));
  }

  @Test
  void takesGroupsForThereBecauseNoTopologyListsThem() {
    SourceSelection groups =
        new SourceSelection.Listed(SourceSet.of(SourceKind.LOCATION_GROUPS, 5, 6));

    assertThat(
            asked(
                plan(
                    export("viewers", TimeResolution.ONE_HOUR, groups, WindowLength.DAY),
                    TOPOLOGY)))
        .hasSize(4)
        .allMatch(text -> text.endsWith(" locationgroups=5,6"));
  }

  @Test
  void refusesToPlanForAllOfSourcesThatAreNotFree() {
    HistoryExport all =
        export(
            "proof_of_play_by_site",
            TimeResolution.ONE_HOUR,
            PlanSamples.allLocations(),
            WindowLength.DAY);

    assertThatThrownBy(
            () ->
                new HistoryPlanner(
                    all,
                    Optional.of(TOPOLOGY),
                    UploadTimeline.EMPTY,
                    SETTINGS,
                    PlanSamples.CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sources that are not free must be listed, but audience asks for all");
  }

  @Test
  void retiresWhatIsOutsideItsTimeOrHasLeft() {
    HistoryExport shorter =
        between(
            export(locations(1, 2)),
            LocalDate.of(2024, 3, 2),
            Optional.of(LocalDate.of(2024, 3, 3)));

    ExportPlan plan =
        plan(
            shorter,
            TOPOLOGY,
            complete(shorter, key(shorter, "2024-03-01", 1, 2)),
            complete(shorter, key(shorter, "2024-03-02", 1, 2)),
            complete(shorter, key(shorter, "2024-03-02", 3)),
            complete(shorter, key(shorter, "2024-03-03", 2, 3)),
            noted(key(shorter, "2024-03-03", 3, 4), true),
            noted(key(shorter, "2024-03-04", 1), true));

    assertThat(texts(plan.retired()))
        .containsExactly(
            "2024-03-01 locations=1,2",
            "2024-03-02 locations=3",
            "2024-03-03 locations=3,4",
            "2024-03-04 locations=1");
    assertThat(asked(plan)).containsExactly("MISSING 2024-03-03 locations=1");
    assertThat(plan.windows()).isEqualTo(new WindowCounts(0, 1, 1, 0, 0, 0, 0, 2));
  }

  @Test
  void looksAtTheSelectedWindowsButRetiresAll() {
    HistoryExport fewer = export(locations(1));
    PlanSettings selected =
        new PlanSettings(
            AS_OF,
            Optional.of(LocalDate.of(2024, 3, 2)),
            Optional.of(LocalDate.of(2024, 3, 3)),
            PlanOrder.OLDEST_FIRST,
            false);

    ExportPlan plan =
        plan(
            fewer,
            TOPOLOGY,
            selected,
            complete(fewer, key(fewer, "2024-03-01", 2)),
            noted(key(fewer, "2024-03-04", 1), true));

    assertThat(asked(plan))
        .containsExactly("MISSING 2024-03-02 locations=1", "MISSING 2024-03-03 locations=1");
    assertThat(texts(plan.retired())).containsExactly("2024-03-01 locations=2");
    assertThat(plan.windows()).isEqualTo(new WindowCounts(0, 2, 0, 0, 0, 0, 0, 0));
    assertThat(plan.rows()).hasValue(48);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-28, 2024-02-28, 1",
    "2024-02-25, 2024-02-26, 2",
    "2024-03-03, 2024-03-09, 1"
  })
  void selectsWholeWindowsThatTouchTheDays(LocalDate start, LocalDate end, int windows) {
    HistoryExport weeks =
        between(
            export("viewers", TimeResolution.ONE_DAY, locations(1), WindowLength.WEEK),
            LocalDate.of(2024, 2, 5),
            Optional.empty());
    PlanSettings selected =
        new PlanSettings(
            AS_OF, Optional.of(start), Optional.of(end), PlanOrder.NEWEST_FIRST, false);

    assertThat(plan(weeks, TOPOLOGY, selected).requests()).isEqualTo(windows);
  }

  @Test
  void asksAgainForWhatWasWrittenOtherwise() {
    HistoryExport changed = PlanSamples.withColumn(VIEWERS, "new");

    ExportPlan plan =
        plan(
            changed,
            TOPOLOGY,
            complete(VIEWERS, key(VIEWERS, "2024-03-01", 1, 2, 3)),
            complete(changed, key(VIEWERS, "2024-03-02", 1, 2, 3)),
            complete(VIEWERS, key(VIEWERS, "2024-03-03", 1, 2, 4)),
            complete(VIEWERS, key(VIEWERS, "2024-03-04", 1, 2, 3)));

    // Location 4 is in neither list: what its file holds cannot be had again.
    assertThat(asked(plan))
        .containsExactly(
            "STALE 2024-03-04 locations=1,2,3",
            "MISSING 2024-03-03 locations=3",
            "STALE 2024-03-01 locations=1,2,3");
    assertThat(plan.slices()).noneMatch(PlannedSlice::divisible);
    assertThat(plan.windows()).isEqualTo(new WindowCounts(1, 0, 1, 0, 0, 0, 3, 0));
  }

  @Test
  void goesFirstForWhatMayBeBeingBuilt() {
    ExportPlan plan =
        plan(
            VIEWERS,
            TOPOLOGY,
            noted(key(VIEWERS, "2024-03-01", 2), true),
            complete(VIEWERS, key(VIEWERS, "2024-03-02", 1, 2, 3)),
            noted(key(VIEWERS, "2024-03-04", 1, 3), false));

    assertThat(asked(plan))
        .containsExactly(
            "RESUMED 2024-03-01 locations=2",
            "MISSING 2024-03-04 locations=1,3",
            "MISSING 2024-03-04 locations=2",
            "MISSING 2024-03-03 locations=1,2,3",
            "MISSING 2024-03-01 locations=1,3");
  }

  @Test
  void dropsWhatHasNoAnswerAndAsksForASourceThatLeft() {
    ExportPlan plan =
        plan(
            VIEWERS,
            topology(1, 2),
            settings(Instant.parse("2024-03-03T01:00:00Z")),
            noted(key(VIEWERS, "2024-03-01", 1, 4), true),
            noted(key(VIEWERS, "2024-03-01", 2, 3), false),
            complete(VIEWERS, key(VIEWERS, "2024-03-02", 1)),
            noted(key(VIEWERS, "2024-03-02", 1, 2), false));

    assertThat(texts(plan.dropped()))
        .containsExactly(
            "2024-03-01 locations=1,4", "2024-03-01 locations=2,3", "2024-03-02 locations=1,2");
    assertThat(asked(plan))
        .containsExactly("MISSING 2024-03-02 locations=2", "MISSING 2024-03-01 locations=1,2");
    assertThat(texts(plan.unlisted()))
        .containsExactly("2024-03-01 locations=3", "2024-03-02 locations=3");
  }

  @Test
  void setsAsideWhatTheEntryAskedForBeforeThereWasAFile() {
    SliceKey week =
        new SliceKey(
            VIEWERS.name(),
            TimeWindow.around(WindowLength.WEEK, LocalDate.of(2024, 3, 4)),
            SourceSet.of(SourceKind.LOCATIONS, 1));
    SliceKey site = new SliceKey(VIEWERS.name(), week.window(), SourceSet.of(SourceKind.SITES, 1));

    ExportPlan plan =
        plan(
            VIEWERS,
            TOPOLOGY,
            complete(VIEWERS, key(VIEWERS, "2024-03-04", 1, 2, 3)),
            noted(week, true),
            noted(site, false));

    assertThat(plan.dropped()).containsExactly(week, site);
    assertThat(plan.requests()).isEqualTo(3);
  }

  @Test
  void takesSlicesByWindowAndOfItsExportAlone() {
    HistoryPlanner planner =
        new HistoryPlanner(
            VIEWERS, Optional.of(TOPOLOGY), UploadTimeline.EMPTY, SETTINGS, PlanSamples.CATALOGUE);
    planner.add(noted(key(VIEWERS, "2024-03-02", 1), false));
    SliceRecord earlier = noted(key(VIEWERS, "2024-03-01", 1), false);
    SliceRecord foreign =
        noted(new SliceKey("other", earlier.key().window(), earlier.key().sources()), false);

    assertThatThrownBy(() -> planner.add(earlier))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("slices must come by window, but ");
    assertThatThrownBy(() -> planner.add(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("slice must be of audience, but was of other");
    assertThat(planner.plan().requests()).isEqualTo(5);
    assertThatThrownBy(planner::plan).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> planner.add(earlier)).isInstanceOf(IllegalStateException.class);
  }

  private static Topology tagged(long... tags) {
    return new Topology(
        List.of(),
        List.of(),
        TOPOLOGY.locations(),
        Arrays.stream(tags)
            .mapToObj(id -> new Tag(PlanSamples.id(id), Optional.empty(), Optional.empty(), "{}"))
            .toList(),
        List.of());
  }
}
