package dev.vidiexport.domain.planning;

import static dev.vidiexport.domain.planning.PlanSamples.AS_OF;
import static dev.vidiexport.domain.planning.PlanSamples.asked;
import static dev.vidiexport.domain.planning.PlanSamples.between;
import static dev.vidiexport.domain.planning.PlanSamples.complete;
import static dev.vidiexport.domain.planning.PlanSamples.export;
import static dev.vidiexport.domain.planning.PlanSamples.key;
import static dev.vidiexport.domain.planning.PlanSamples.locations;
import static dev.vidiexport.domain.planning.PlanSamples.noted;
import static dev.vidiexport.domain.planning.PlanSamples.plan;
import static dev.vidiexport.domain.planning.PlanSamples.settings;
import static dev.vidiexport.domain.planning.PlanSamples.texts;
import static dev.vidiexport.domain.planning.PlanSamples.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingAgainTest {
  private static final HistoryExport VIEWERS =
      between(
          export(locations(1, 2)), LocalDate.of(2024, 3, 1), Optional.of(LocalDate.of(2024, 3, 2)));
  private static final Topology TOPOLOGY = topology(1, 2);
  private static final SliceRecord COMPLETE = complete(VIEWERS, key(VIEWERS, "2024-03-01", 1, 2));

  @ParameterizedTest
  @CsvSource({
    "EXPORT_FAILED, 0, PT23H59M59S, false",
    "EXPORT_FAILED, 0, PT24H, true",
    "TIME_OVER, 0, PT0S, true",
    "PROTOCOL_BROKEN, 0, PT1S, true",
    "UNREACHABLE, 0, PT1S, true",
    "REQUEST_REFUSED, 1, PT23H59M59S, false",
    "REQUEST_REFUSED, 1, P1D, true",
    "CREDENTIALS_REFUSED, 2, P1D, false",
    "CREDENTIALS_REFUSED, 2, P2D, true",
    "PROTOCOL_BROKEN, 3, P3D, false",
    "REQUEST_REFUSED, 3, P4D, true",
    "REQUEST_REFUSED, 6, P31D, false",
    "REQUEST_REFUSED, 6, P32D, true",
    "REQUEST_REFUSED, 7, P31D, false",
    "REQUEST_REFUSED, 7, P32D, true",
    "REQUEST_REFUSED, 2147483647, P32D, true"
  })
  void waitsForItsTime(FailureKind kind, int refusals, Duration since, boolean isAsked) {
    SliceRecord slice = failed(kind, refusals, AS_OF.minus(since), VIEWERS);

    ExportPlan plan = plan(VIEWERS, TOPOLOGY, COMPLETE, slice);

    String purpose = refusals > 0 ? "REFUSED" : "FAILED";
    assertThat(asked(plan))
        .isEqualTo(isAsked ? List.of(purpose + " 2024-03-02 locations=1,2") : List.of());
    assertThat(plan.postponed()).hasSize(isAsked ? 0 : 1);
    assertThat(plan.windows())
        .isEqualTo(
            refusals > 0
                ? new WindowCounts(0, 0, 1, 0, 0, 1, 0, 0)
                : new WindowCounts(0, 0, 1, 0, 1, 0, 0, 0));
  }

  @Test
  void doesNotWaitWhereTheEntryChanged() {
    HistoryExport changed = PlanSamples.withColumn(VIEWERS, "new");
    SliceRecord refused = failed(FailureKind.REQUEST_REFUSED, 5, AS_OF, VIEWERS);
    SliceRecord unbuilt = failed(FailureKind.EXPORT_FAILED, 0, AS_OF, VIEWERS);

    assertThat(asked(plan(changed, TOPOLOGY, refused)))
        .contains("REFUSED 2024-03-02 locations=1,2");
    // VidiCenter would only give the same answer.
    assertThat(texts(plan(changed, TOPOLOGY, unbuilt).postponed()))
        .containsExactly("2024-03-02 locations=1,2");
  }

  @Test
  void waitsOnWhereOnlyLookbackOrEndChanged() {
    HistoryExport longer = between(VIEWERS, VIEWERS.start(), Optional.empty());
    SliceRecord refused = failed(FailureKind.REQUEST_REFUSED, 5, AS_OF, VIEWERS);

    assertThat(plan(longer, TOPOLOGY, refused).postponed()).hasSize(1);
  }

  @Test
  void doesNotWaitWhereAllThatWasRefusedIsToBeAskedFor() {
    PlanSettings retrying =
        new PlanSettings(AS_OF, Optional.empty(), Optional.empty(), PlanOrder.NEWEST_FIRST, true);

    assertThat(
            asked(
                plan(
                    VIEWERS,
                    TOPOLOGY,
                    retrying,
                    failed(FailureKind.REQUEST_REFUSED, 5, AS_OF, VIEWERS))))
        .contains("REFUSED 2024-03-02 locations=1,2");
    assertThat(
            plan(VIEWERS, TOPOLOGY, retrying, failed(FailureKind.EXPORT_FAILED, 0, AS_OF, VIEWERS))
                .postponed())
        .hasSize(1);
  }

  @Test
  void comesLastAfterAFailure() {
    SliceRecord failed = failed(FailureKind.UNREACHABLE, 0, AS_OF, VIEWERS);

    assertThat(asked(plan(VIEWERS, TOPOLOGY, failed)))
        .containsExactly("MISSING 2024-03-01 locations=1,2", "FAILED 2024-03-02 locations=1,2");
  }

  @Test
  void happensOnceInARun() {
    SliceRecord failed = failed(FailureKind.UNREACHABLE, 0, AS_OF, VIEWERS);
    SliceRecord halved = noted(key(VIEWERS, "2024-03-01", 1), true);
    PlanSettings again =
        new PlanSettings(
            AS_OF,
            Optional.empty(),
            Optional.empty(),
            PlanOrder.NEWEST_FIRST,
            AS_OF,
            true,
            Set.of(failed.key(), halved.key()));

    ExportPlan plan = plan(VIEWERS, TOPOLOGY, again, failed, halved);

    assertThat(asked(plan)).containsExactly("MISSING 2024-03-01 locations=2");
    assertThat(plan.postponed()).isEmpty();
  }

  @Test
  void isForWhatItsFileLacksAndLeavesItComplete() {
    HistoryExport changed = PlanSamples.withColumn(VIEWERS, "new");
    SliceRecord unbuilt = withFailure(COMPLETE, FailureKind.EXPORT_FAILED, 0, AS_OF);
    SliceRecord later =
        withFailure(COMPLETE, FailureKind.REQUEST_REFUSED, 1, AS_OF.minus(Duration.ofDays(1)));

    assertThat(plan(VIEWERS, TOPOLOGY, unbuilt).windows())
        .isEqualTo(new WindowCounts(0, 1, 1, 0, 0, 0, 0, 0));
    assertThat(texts(plan(changed, TOPOLOGY, unbuilt).postponed()))
        .containsExactly("2024-03-01 locations=1,2");
    assertThat(asked(plan(changed, TOPOLOGY, later)))
        .containsExactly("MISSING 2024-03-02 locations=1,2", "STALE 2024-03-01 locations=1,2");
  }

  @Test
  void doesNotWaitForWhatIsUnderWay() {
    SliceRecord refused = failed(FailureKind.REQUEST_REFUSED, 3, AS_OF, VIEWERS);
    SliceRecord underWay =
        new SliceRecord(
            refused.key(), refused.state(), refused.answer(), refused.failure(), true, 4);

    assertThat(asked(plan(VIEWERS, TOPOLOGY, underWay)))
        .containsExactly("RESUMED 2024-03-02 locations=1,2", "MISSING 2024-03-01 locations=1,2");
  }

  @Test
  void waitsForTheWindowToBeOver() {
    SliceRecord failed = failed(FailureKind.UNREACHABLE, 0, AS_OF, VIEWERS);

    ExportPlan plan =
        plan(VIEWERS, TOPOLOGY, settings(Instant.parse("2024-03-02T23:59:59Z")), COMPLETE, failed);

    assertThat(plan.requests()).isZero();
    assertThat(plan.windows()).isEqualTo(new WindowCounts(1, 0, 1, 0, 0, 0, 0, 0));
  }

  private static SliceRecord failed(
      FailureKind kind, int refusals, Instant at, HistoryExport asked) {
    return new SliceRecord(
        key(VIEWERS, "2024-03-02", 1, 2),
        refusals > 0 ? SliceState.REFUSED : SliceState.FAILED,
        Optional.empty(),
        Optional.of(
            new SliceFailure(kind, "It failed.", at, refusals, ExportIdentity.of(asked).asking())),
        false,
        1);
  }

  private static SliceRecord withFailure(
      SliceRecord slice, FailureKind kind, int refusals, Instant at) {
    return new SliceRecord(
        slice.key(),
        slice.state(),
        slice.answer(),
        Optional.of(
            new SliceFailure(
                kind, "It failed.", at, refusals, ExportIdentity.of(VIEWERS).asking())),
        false,
        2);
  }
}
