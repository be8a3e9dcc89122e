package dev.vidiexport.domain.status;

import static dev.vidiexport.domain.status.StatusSamples.CATALOGUE;
import static dev.vidiexport.domain.status.StatusSamples.FIRST;
import static dev.vidiexport.domain.status.StatusSamples.listed;
import static dev.vidiexport.domain.status.StatusSamples.location;
import static dev.vidiexport.domain.status.StatusSamples.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.PlaceKind;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hourly viewers of two locations an hour east of UTC, from 2024-03-01 on. */
class StatusReviewTest {
  private static final Instant ASKED = Instant.parse("2024-03-05T02:00:00Z");

  /** Four days are over since 2024-03-05T00:00Z. */
  private static final Instant AS_OF = Instant.parse("2024-03-05T06:00:00Z");

  private static final HistoryExport BOTH =
      StatusSamples.export(
          "viewers", TimeResolution.ONE_HOUR, listed(SourceKind.LOCATIONS, 1056, 1057));
  private static final HistoryExport ALL =
      BOTH.withSources(new SourceSelection.All(SourceKind.LOCATIONS));

  private final InMemoryLedger ledger = new InMemoryLedger();

  @BeforeEach
  void begin() {
    ledger.noteRun(new RunStart("localhost", ASKED));
  }

  private void seeTopology() {
    ledger.noteTopology(
        topology(
            location(1056, 201, "2016-01-01T00:00:00"), location(1057, 201, "2016-01-01T00:00:00")),
        ASKED);
  }

  private static SliceKey slice(TimeWindow window) {
    return new SliceKey(BOTH.name(), window, SourceSet.of(SourceKind.LOCATIONS, 1056, 1057));
  }

  private static PlaceCoverage measured(long id, long periods) {
    return new PlaceCoverage(
        new PlaceId(PlaceKind.LOCATION, id),
        24,
        OptionalLong.of(24),
        OptionalLong.of(periods),
        OptionalLong.of(24 - periods));
  }

  private void publish(TimeWindow window, long measuredOf1057) {
    SliceKey key = slice(window);
    SliceAnswer answer =
        new SliceAnswer(
            Optional.of(new PublishedFile(key.file("parquet"), 1_000, "0".repeat(64))),
            48,
            0,
            "0".repeat(32),
            1,
            Optional.empty(),
            ASKED,
            ASKED,
            ExportIdentity.of(BOTH).writing());
    ledger.noteAsked(key, ASKED);
    ledger.notePublishing(
        key,
        answer,
        ExportIdentity.of(BOTH),
        List.of(),
        new SliceFacts(
            List.of(measured(1056, 24), measured(1057, measuredOf1057)), Map.of(), List.of()));
    ledger.notePublished(key, ASKED);
  }

  private ExportStatus status(HistoryExport export, Optional<LocalDate> end) {
    return StatusReview.of(
            ledger,
            List.of(export),
            new PlanSettings(AS_OF, Optional.empty(), end, PlanOrder.NEWEST_FIRST, false),
            CATALOGUE)
        .exports()
        .get(0);
  }

  private ExportStatus status(HistoryExport export) {
    return status(export, Optional.empty());
  }

  @Test
  void tellsAHistoryThatIsWhole() {
    seeTopology();
    for (TimeWindow window = FIRST;
        window.firstDay().isBefore(LocalDate.of(2024, 3, 5));
        window = window.next()) {
      publish(window, 12);
    }

    ExportStatus status = status(ALL);

    assertThat(status.windows()).isEqualTo(new WindowCounts(1, 0, 4, 0, 0, 0, 0, 0));
    assertThat(status.stored()).isEqualTo(new StoredAmount(4, 192, 4_000));
    assertThat(status.lastRun()).contains(ASKED);
    assertThat(status.currentTo()).contains(LocalDate.of(2024, 3, 4));
    assertThat(status.behind()).isEmpty();
    assertThat(status.coverage().percent().orElseThrow()).isEqualByComparingTo("75.0");
    assertThat(status.places()).extracting(PlaceStatus::id).containsExactly(1057L, 1056L);
    assertThat(status.strip().all()).hasSize(4).containsOnly(WindowMark.COMPLETE);
    assertThat(status.changes()).isEmpty();
  }

  @Test
  void tellsAHoleAndHowLongItIsThere() {
    seeTopology();
    publish(FIRST, 24);
    publish(FIRST.next().next().next(), 24);
    SliceKey failed = slice(FIRST.next());
    ledger.noteAsked(failed, ASKED);
    ledger.noteFailed(
        failed, new SliceFailure(FailureKind.UNREACHABLE, "It was not reached.", ASKED, 0, ""));

    ExportStatus status = status(BOTH);

    assertThat(status.strip().all())
        .containsExactly(
            WindowMark.COMPLETE, WindowMark.FAILED, WindowMark.MISSING, WindowMark.COMPLETE);
    assertThat(status.currentTo()).contains(LocalDate.of(2024, 3, 1));
    // That day was over at 2024-03-01T23:00Z where they are, and an hour is added.
    assertThat(status.behind()).contains(Duration.ofHours(3 * 24 + 6));
    assertThat(status.coverage())
        .isEqualTo(
            new CoverageFigures(OptionalLong.of(192), OptionalLong.of(96), OptionalLong.of(0)));
  }

  @Test
  void looksAtWhatIsSelectedAlone() {
    seeTopology();
    publish(FIRST, 24);
    publish(FIRST.next(), 24);

    ExportStatus status = status(BOTH, Optional.of(FIRST.firstDay()));

    assertThat(status.windows()).isEqualTo(new WindowCounts(0, 0, 1, 0, 0, 0, 0, 0));
    assertThat(status.stored().files()).isEqualTo(1);
    assertThat(status.currentTo()).contains(FIRST.firstDay());
    assertThat(status.behind()).isEmpty();
    assertThat(status.coverage())
        .isEqualTo(
            new CoverageFigures(OptionalLong.of(48), OptionalLong.of(48), OptionalLong.of(0)));
  }

  @Test
  void tellsThatAHistoryOfAllLacksAllAsLongAsNobodyToldThem() {
    ExportStatus status = status(ALL);

    assertThat(status.windows().missing()).isEqualTo(3);
    assertThat(status.currentTo()).isEmpty();
    // As long as no location is known, a day may be over as late as 13 hours after UTC's.
    assertThat(status.behind()).contains(Duration.ofDays(4).plusHours(6 - 13));
    assertThat(status.places()).isEmpty();
    assertThat(status.coverage().percent()).isEmpty();
  }

  @Test
  void takesAllCellsOfAWindowIntoAccount() {
    seeTopology();
    publish(FIRST, 24);

    ExportStatus status = status(BOTH.withSources(listed(SourceKind.LOCATIONS, 1056, 1057, 1058)));

    assertThat(status.currentTo()).isEmpty();
    assertThat(status.strip().all().get(0)).isEqualTo(WindowMark.REFUSED);
  }
}
