package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.topology;
import static dev.vidiexport.domain.sync.SampleExports.until;
import static dev.vidiexport.domain.sync.SampleExports.uploading;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SyncScenario.NOW;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static dev.vidiexport.domain.sync.SyncScenario.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One day of two locations, which is looked at again. */
class LateDataTest {
  private static final HistoryExport EXPORT =
      until(SampleExports.from(viewers(1, 2), LocalDate.of(2024, 3, 4)), LocalDate.of(2024, 3, 4));
  private static final SliceKey DAY = slice("2024-03-04", 1, 2);
  private static final String ASKED = "2024-03-04 1,2";

  private final SyncScenario history = new SyncScenario();

  private void answer(int hours, int watchers, String creationDate) {
    history.session.answers(request -> SyncScenario.hours(request, hours, watchers, creationDate));
  }

  private SliceAnswer known() {
    return history.ledger.slice(DAY).orElseThrow().answer().orElseThrow();
  }

  @BeforeEach
  void begin() {
    history.session.has(uploading("2024-03-04T20:00:00", 1, 2));
    answer(24, 10, "first build");
    assertThat(counts(history.sync(EXPORT))).isEqualTo("published 1");
    history.takeAsked();
  }

  /** The lookback is over, and a look has followed it. */
  private void pastLookback() {
    history.later(10 * 24);
    answer(24, 10, "build after the lookback");
    history.sync(EXPORT);
    assertThat(history.takeAsked()).containsExactly(ASKED);
    history.later(24);
    history.sync(EXPORT);
    assertThat(history.takeAsked()).isEmpty();
  }

  @Test
  void isNotLookedAtBeforeItsBuildIsADayOld() {
    history.waitsForDue = false;
    history.time.pass(Duration.ofHours(24).minusSeconds(1));
    history.sync(EXPORT);
    assertThat(history.takeAsked()).isEmpty();

    history.time.pass(Duration.ofSeconds(1));
    history.sync(EXPORT);
    assertThat(history.takeAsked()).containsExactly(ASKED);
  }

  @Test
  void leavesAllAsItIsWhenTheBuildIsTheSame() {
    SliceAnswer before = known();
    Map<String, String> files = history.files.standing();
    history.later(24);

    assertThat(counts(history.sync(EXPORT))).isEqualTo("unchanged 1");

    assertThat(known()).as("its build is as old as it was").isEqualTo(before);
    assertThat(history.files.standing()).isEqualTo(files);
    history.later(1);
    history.takeAsked();
    history.sync(EXPORT);
    assertThat(history.takeAsked()).as("another build is still to come").containsExactly(ASKED);
  }

  @Test
  void leavesTheFileAsItIsWhenAnotherBuildHasTheSameRows() {
    SliceAnswer before = known();
    history.later(24);
    answer(24, 10, "second build");

    assertThat(counts(history.sync(EXPORT))).isEqualTo("unchanged 1");

    assertThat(known().file()).isEqualTo(before.file());
    assertThat(known().revision()).isEqualTo(1);
    assertThat(known().creationDate()).contains("second build");
    assertThat(known().builtAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(history.files.replaced()).isEmpty();
  }

  @Test
  void replacesTheFileAndTellsWhatHasChanged() {
    history.later(24);
    answer(24, 12, "second build");

    assertThat(counts(history.sync(EXPORT))).isEqualTo("replaced 1");

    assertThat(known().revision()).isEqualTo(2);
    assertThat(known().changedByUpload()).as("nothing was uploaded").isFalse();
    assertThat(history.files.replaced()).hasSize(1);
    assertThat(history.differences)
        .containsExactly(
            new SliceDifference(
                48,
                List.of(
                    new MetricSum(
                        "watcher_count", OptionalDouble.of(480), OptionalDouble.of(576)))));
  }

  @Test
  void replacesRowsEvenWhenTheServiceSaysThatTheyAreOfTheSameBuild() {
    history.later(24);
    answer(24, 12, "first build");

    assertThat(counts(history.sync(EXPORT))).isEqualTo("replaced 1");
    assertThat(known().builtAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
  }

  @Test
  void turnsAnAnswerDownThatHasLess() {
    SliceAnswer before = known();
    history.later(24);
    answer(23, 12, "second build");

    SyncResult result = history.sync(EXPORT);

    assertThat(counts(result)).isEqualTo("failed 1");
    assertThat(missing(result))
        .containsExactly(
            ASKED
                + ": The new answer has less than the file: 23 measured periods of location 1"
                + " where the file has 24; 23 measured periods of location 2 where the file has 24.");
    assertThat(known()).isEqualTo(before);
    assertThat(history.state(DAY)).isEqualTo(SliceState.COMPLETE);
    assertThat(history.files.replaced()).isEmpty();
  }

  @Test
  void asksAgainForWhatWasTurnedDownAndTakesItWhenItIsTold() {
    history.later(24);
    answer(23, 12, "second build");
    history.sync(EXPORT);
    history.takeAsked();
    assertThat(counts(history.sync(EXPORT))).isEqualTo("failed 1");
    assertThat(history.takeAsked()).containsExactly(ASKED);

    history.acceptLoss = true;

    assertThat(counts(history.sync(EXPORT))).isEqualTo("replaced 1");
    assertThat(known().rows()).isEqualTo(46);
    assertThat(history.ledger.slice(DAY).orElseThrow().failure()).isEmpty();
  }

  @Test
  void turnsNoRowsDownWhereThereWereSome() {
    history.later(24);
    answer(0, 0, "second build");

    assertThat(counts(history.sync(EXPORT))).isEqualTo("failed 1");
    assertThat(history.files.standing()).hasSize(1);
  }

  @Test
  void looksOnceMoreAfterTheLookbackAndThenNoMore() {
    pastLookback();

    history.later(30 * 24);
    history.sync(EXPORT);
    assertThat(history.takeAsked()).isEmpty();
  }

  @Test
  void looksAgainWhenACameraComesBack() {
    pastLookback();
    history.session.has(uploading("2024-03-04T22:00:00", 1, 2));
    answer(24, 12, "build of late data");

    assertThat(counts(history.sync(EXPORT))).isEqualTo("replaced 1");
    assertThat(known().changedByUpload()).isTrue();

    history.waitsForDue = false;
    history.takeAsked();
    history.sync(EXPORT);
    assertThat(history.takeAsked()).as("its build is not a day old").isEmpty();
    history.later(24);
    answer(24, 12, "build of nothing more");
    assertThat(counts(history.sync(EXPORT))).isEqualTo("unchanged 1");
    assertThat(known().changedByUpload()).isFalse();
    history.later(24);
    history.takeAsked();
    history.sync(EXPORT);
    assertThat(history.takeAsked()).as("the last look changed nothing").isEmpty();
  }

  @Test
  void keepsLookingForAnUploadAsLongAsAskingFails() {
    pastLookback();
    history.session.has(uploading("2024-03-04T22:00:00", 1, 2));
    history.session.answers(request -> SyncScenario.failing(FailureReason.ANSWER_BROKEN));
    assertThat(counts(history.sync(EXPORT))).isEqualTo("failed 1");
    answer(24, 12, "build of late data");

    assertThat(counts(history.sync(EXPORT))).isEqualTo("replaced 1");
    assertThat(known().changedByUpload()).isTrue();
  }

  /** VidiCenter goes on building what a run asked for that then failed. */
  @Test
  void looksAgainForAnUploadThatCameAfterTheBuildWasAskedForThatFailed() {
    pastLookback();
    history.waitsForDue = false;
    history.session.has(uploading("2024-03-04T21:00:00", 1, 2));
    history.session.answers(request -> SyncScenario.failing(FailureReason.STILL_BUILDING));
    assertThat(counts(history.sync(EXPORT))).isEqualTo("failed 1");
    history.later(1);
    history.session.has(uploading("2024-03-04T22:00:00", 1, 2));
    answer(24, 10, "build from before the second upload");
    assertThat(counts(history.sync(EXPORT))).isEqualTo("unchanged 1");
    history.later(24);
    history.takeAsked();
    answer(24, 12, "build of late data");

    assertThat(counts(history.sync(EXPORT))).isEqualTo("replaced 1");
  }

  @Test
  void waitsForWhatBecomesDueSoon() {
    history.later(22);
    history.told.clear();

    history.sync(EXPORT);

    assertThat(history.takeAsked()).containsExactly(ASKED);
    assertThat(history.time.now()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(history.told)
        .contains("waiting until %s for 1".formatted(NOW.plus(Duration.ofHours(24))));
  }

  @Test
  void waitsForNothingThatBecomesDueLater() {
    history.time.pass(Duration.ofHours(22).minusSeconds(1));
    history.told.clear();

    assertThat(history.sync(EXPORT).isComplete()).isTrue();

    assertThat(history.takeAsked()).isEmpty();
    assertThat(history.told).containsExactly("plan 0");
  }

  @Test
  void leavesWhatBecomesDueToTheNextRunWhereItMayNotWait() {
    history.later(23);
    history.waitsForDue = false;

    assertThat(history.sync(EXPORT).isComplete()).isTrue();
    assertThat(history.takeAsked()).isEmpty();
  }

  @Test
  void doesNotWaitBeyondItsTime() {
    history.later(23);
    history.longest = Optional.of(Duration.ofMinutes(59));

    SyncResult result = history.sync(EXPORT);

    assertThat(result.isComplete()).as("nothing is missing").isTrue();
    assertThat(result.elapsed()).isLessThan(Duration.ofMinutes(1));
    assertThat(history.takeAsked()).isEmpty();
  }

  @Test
  void endsWhenMostLocationsHaveGone() {
    history.session.has(topology(2, 3));
    assertThat(history.sync(EXPORT).ending()).as("half of them are there").isEmpty();
    history.session.has(topology(4));

    SyncResult result = history.sync(EXPORT);

    assertThat(result.ending().orElseThrow().reason()).isEqualTo(FailureReason.TOPOLOGY_SMALLER);
    assertThat(result.ending().orElseThrow())
        .hasMessage(
            "VidiCenter lists 1 location, and 2 of the 2 that it listed last time are not among"
                + " them.");
    history.acceptLoss = true;
    assertThat(history.sync(EXPORT).ending()).isEmpty();
  }
}
