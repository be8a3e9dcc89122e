package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.named;
import static dev.vidiexport.domain.sync.SampleExports.ofAll;
import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.topology;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static dev.vidiexport.domain.sync.SyncScenario.failing;
import static dev.vidiexport.domain.sync.SyncScenario.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryLedger.Change;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncHistoryTest {
  private final SyncScenario history = new SyncScenario();

  @Test
  void asksForEveryWindowThatIsOverAndLeavesItsFileAndItsRecord() {
    SyncResult result = history.sync(viewers(1, 2));

    assertThat(counts(result)).isEqualTo("published 4");
    assertThat(result.isComplete()).isTrue();
    assertThat(result.exports().get(0).rows()).isEqualTo(8);
    assertThat(result.exports().get(0).bytes())
        .isEqualTo(history.files.standing().values().stream().mapToLong(String::length).sum());
    assertThat(result.calls()).as("five for the topology, one a slice").isEqualTo(9);
    assertThat(history.files.standing())
        .hasSize(4)
        .containsEntry(
            slice("2024-03-04", 1, 2).file("txt"),
            "1:location_id 2:period_start 3:watcher_count 4:dwell_time_in_tenths_of_sec"
                + " 5:attention_time_in_tenths_of_sec 6:conversion_ratio\n"
                + "1 2024-03-04T10:00 27 null null null\n"
                + "2 2024-03-04T10:00 27 null null null");
    assertThat(history.ledger.changes())
        .extracting(Change::toString)
        .contains(
            "2024-03-05T06:00:00Z|viewers|2024-03-04|%s|published|1|2"
                .formatted(slice("2024-03-04", 1, 2).file("txt")));
    assertThat(history.ledger.publications()).isEmpty();
    assertThat(history.files.staged()).isZero();
    assertThat(history.ledger.host()).contains("127.0.0.1");
    assertThat(history.ledger.lastRun()).contains(SyncScenario.NOW);
    assertThat(history.ledger.backups()).containsExactly(LocalDate.of(2024, 3, 5));
    assertThat(history.ledger.topology()).contains(topology(1, 2, 3, 4));
  }

  /** Whatever the listing kept for another call would be missing for the exports. */
  @Test
  void givesUpTheConnectionOfTheListingBeforeItAsksForAnything() {
    List<Boolean> connected = new ArrayList<>();
    history.session.answers(
        request -> {
          connected.add(history.session.isListingConnected());
          return SyncScenario.rows(request);
        });

    history.sync(viewers(1));

    assertThat(connected).hasSize(4).containsOnly(false);
  }

  @Test
  void notesWhenTheAnswerWasAskedForAndWhenItsBuildWasFirstSeen() {
    history.session.answers(
        request -> {
          history.time.pass(Duration.ofMinutes(10));
          return SyncScenario.rows(request);
        });
    history.start = Optional.of(LocalDate.of(2024, 3, 4));

    history.sync(viewers(1));

    SliceRecord known = history.ledger.slice(slice("2024-03-04", 1)).orElseThrow();
    assertThat(known.answer().orElseThrow().askedAt()).isEqualTo(SyncScenario.NOW);
    assertThat(known.answer().orElseThrow().builtAt())
        .isEqualTo(SyncScenario.NOW.plus(Duration.ofMinutes(10)));
    assertThat(known.attempts()).isEqualTo(1);
    assertThat(known.underWay()).isFalse();
  }

  @Test
  void asksForNothingThatIsWhole() {
    history.sync(viewers(1, 2));
    history.takeAsked();

    SyncResult again = history.sync(viewers(1, 2));

    assertThat(history.takeAsked()).isEmpty();
    assertThat(counts(again)).isEmpty();
    assertThat(again.exports().get(0).asked()).isZero();
    assertThat(again.isComplete()).isTrue();
    assertThat(history.told).endsWith("plan 0");
  }

  @Test
  void asksForTheNewestWindowsFirstAndWithinThemInTheOrderOfTheFile() {
    history.start = Optional.of(LocalDate.of(2024, 3, 3));

    history.sync(named("b", 3), named("a", 1, 2));

    assertThat(history.takeAsked())
        .containsExactly("2024-03-04 3", "2024-03-04 1,2", "2024-03-03 3", "2024-03-03 1,2");
  }

  @Test
  void asksForTheOldestFirstWhenItIsToldTo() {
    history.order = PlanOrder.OLDEST_FIRST;

    history.sync(viewers(1));

    assertThat(history.takeAsked())
        .containsExactly("2024-03-01 1", "2024-03-02 1", "2024-03-03 1", "2024-03-04 1");
  }

  @Test
  void asksFirstForWhatWasUnderWayAndLastForWhatFailedBefore() {
    history.session.answers(
        request ->
            request.start().getDayOfMonth() == 4
                ? failing(FailureReason.STILL_BUILDING)
                : SyncScenario.rows(request));
    history.start = Optional.of(LocalDate.of(2024, 3, 4));
    history.sync(viewers(1));
    history.ledger.noteAsked(slice("2024-03-01", 1), SyncScenario.NOW);
    history.start = Optional.empty();
    history.takeAsked();

    history.sync(viewers(1));

    assertThat(history.takeAsked())
        .containsExactly("2024-03-01 1", "2024-03-03 1", "2024-03-02 1", "2024-03-04 1");
  }

  @Test
  void goesOnAfterASliceThatFailed() {
    history.session.answers(
        request ->
            request.start().getDayOfMonth() == 3
                ? failing(FailureReason.STILL_BUILDING, "It takes long.")
                : SyncScenario.rows(request));

    SyncResult result = history.sync(viewers(1));

    assertThat(counts(result)).isEqualTo("published 3, failed 1");
    assertThat(result.isComplete()).isFalse();
    assertThat(result.ending()).isEmpty();
    assertThat(result.missingInAll()).isEqualTo(1);
    assertThat(missing(result)).containsExactly("2024-03-03 1: It takes long.");
    assertThat(history.state(slice("2024-03-03", 1))).isEqualTo(SliceState.FAILED);
    assertThat(history.files.staged()).isZero();
  }

  @Test
  void keepsSecretsOutOfTheLedger() {
    history.start = Optional.of(LocalDate.of(2024, 3, 4));
    history.session.answers(
        request ->
            failing(FailureReason.STILL_BUILDING, "It says %s.".formatted(ScriptedSession.SECRET)));

    history.sync(viewers(1));

    assertThat(history.ledger.slice(slice("2024-03-04", 1)).orElseThrow().failure().orElseThrow())
        .satisfies(failure -> assertThat(failure.message()).isEqualTo("It says (hidden)."));
  }

  @Test
  void completesASliceWithoutRowsWithoutAFile() {
    history.start = Optional.of(LocalDate.of(2024, 3, 4));
    history.session.answers(request -> FakeVidiCenter.finished());

    SyncResult result = history.sync(viewers(1));

    assertThat(counts(result)).isEqualTo("empty 1");
    assertThat(result.isComplete()).isTrue();
    assertThat(history.files.standing()).isEmpty();
    assertThat(history.files.staged()).isZero();
    assertThat(history.ledger.slice(slice("2024-03-04", 1)).orElseThrow().answer().orElseThrow())
        .satisfies(
            answer -> {
              assertThat(answer.file()).isEmpty();
              assertThat(answer.rows()).isZero();
              assertThat(answer.revision()).isEqualTo(1);
              assertThat(answer.fingerprint()).hasSize(32);
            });
    assertThat(history.ledger.exports().get(0).fixed()).as("nothing is fixed yet").isEmpty();
    history.takeAsked();
    history.sync(viewers(1));
    assertThat(history.takeAsked()).isEmpty();
  }

  @Test
  void countsSourcesThatVidiCenterDoesNotListAsRefusedWithoutAsking() {
    history.start = Optional.of(LocalDate.of(2024, 3, 4));

    SyncResult result = history.sync(viewers(1, 99));

    assertThat(history.takeAsked()).containsExactly("2024-03-04 1");
    assertThat(counts(result)).isEqualTo("published 1, refused 1");
    assertThat(result.exports().get(0).asked()).isEqualTo(2);
    assertThat(missing(result))
        .containsExactly("2024-03-04 99 refused: VidiCenter does not list all of these sources");
  }

  @Test
  void asksForTheCellsOfASourceThatComesLaterAlone() {
    history.session.has(topology(1));
    history.sync(ofAll());
    history.session.has(topology(1, 2));
    history.takeAsked();

    history.sync(ofAll());

    assertThat(history.takeAsked())
        .containsExactly("2024-03-04 2", "2024-03-03 2", "2024-03-02 2", "2024-03-01 2");
  }

  @Test
  void beginsNoSliceAfterItsLongestTime() {
    history.longest = Optional.of(Duration.ofMinutes(20));
    history.session.answers(
        request -> {
          history.time.pass(Duration.ofMinutes(10));
          return SyncScenario.rows(request);
        });

    SyncResult result = history.sync(viewers(1));

    assertThat(history.takeAsked()).containsExactly("2024-03-04 1", "2024-03-03 1");
    assertThat(counts(result)).isEqualTo("published 2, remaining 2");
    assertThat(result.ending()).isEmpty();
    assertThat(result.elapsed()).isEqualTo(Duration.ofMinutes(20));
    assertThat(missing(result))
        .containsExactly(
            "2024-03-02 1: not asked for: the time of this run was over",
            "2024-03-01 1: not asked for: the time of this run was over");
  }

  @Test
  void beginsNoSliceAfterThreeInARowThatCouldNotReachVidiCenter() {
    history.session.answers(request -> failing(FailureReason.SERVICE_NOT_REACHED, "No way."));

    SyncResult result = history.sync(viewers(1));

    assertThat(history.takeAsked()).hasSize(3);
    assertThat(counts(result)).isEqualTo("failed 3, remaining 1");
    assertThat(missing(result))
        .containsExactly(
            "2024-03-04 1: No way.",
            "2024-03-03 1: No way.",
            "2024-03-02 1: No way.",
            "2024-03-01 1: not asked for: VidiCenter could not be reached");
  }

  @Test
  void goesOnWhenOneInBetweenHasAnAnswer() {
    history.session.answers(
        request ->
            request.start().getDayOfMonth() == 3
                ? SyncScenario.rows(request)
                : failing(FailureReason.SERVICE_NOT_REACHED));

    SyncResult result = history.sync(viewers(1));

    assertThat(counts(result)).isEqualTo("published 1, failed 3");
  }

  @Test
  void asksAgainInTheNextRunForWhatFailed() {
    history.session.answers(request -> failing(FailureReason.STILL_BUILDING));
    history.sync(viewers(1));
    history.session.answers(SyncScenario::rows);
    history.takeAsked();

    SyncResult result = history.sync(viewers(1));

    assertThat(counts(result)).isEqualTo("published 4");
    assertThat(history.ledger.slice(slice("2024-03-01", 1)).orElseThrow())
        .satisfies(
            known -> {
              assertThat(known.attempts()).isEqualTo(2);
              assertThat(known.failure()).isEmpty();
            });
  }

  @Test
  void retiresWhatIsNotWantedAnyMoreAndForgetsWhatHasNoAnswer() {
    history.session.answers(
        request ->
            request.start().getDayOfMonth() == 4
                ? failing(FailureReason.STILL_BUILDING)
                : SyncScenario.rows(request));
    history.sync(viewers(1, 2));
    history.session.answers(SyncScenario::rows);

    history.sync(viewers(2, 3));

    assertThat(history.ledger.slice(slice("2024-03-04", 1, 2))).as("dropped").isEmpty();
    assertThat(history.state(slice("2024-03-04", 2, 3))).isEqualTo(SliceState.COMPLETE);
    assertThat(history.state(slice("2024-03-03", 1, 2))).isEqualTo(SliceState.COMPLETE);

    history.sync(viewers(3));

    assertThat(history.state(slice("2024-03-03", 1, 2))).isEqualTo(SliceState.RETIRED);
    assertThat(history.files.standing()).containsKey(slice("2024-03-03", 1, 2).file("txt"));
  }

  @Test
  void tellsEachStepToItsListener() {
    history.start = Optional.of(LocalDate.of(2024, 3, 3));
    history.session.answers(
        request ->
            request.start().getDayOfMonth() == 3
                ? failing(FailureReason.STILL_BUILDING)
                : SyncScenario.rows(request));

    history.sync(viewers(1));

    assertThat(history.told)
        .isEqualTo(List.of("plan 2", "2024-03-04 1: Published", "2024-03-03 1: Unanswered"));
  }
}
