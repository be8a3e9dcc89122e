package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.ofAll;
import static dev.vidiexport.domain.sync.SampleExports.topology;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static dev.vidiexport.domain.sync.SyncScenario.failing;
import static dev.vidiexport.domain.sync.SyncScenario.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncPlanningAnewTest {
  private final SyncScenario history = new SyncScenario();

  /** Every slice takes so long. */
  private void take(Duration duration) {
    history.session.answers(
        request -> {
          history.time.pass(duration);
          return SyncScenario.rows(request);
        });
  }

  @Test
  void plansOnceInAnHour() {
    take(Duration.ofMinutes(20).minusSeconds(1));

    history.sync(viewers(1));

    assertThat(history.session.listings()).isEqualTo(1);
    assertThat(history.told).containsOnlyOnce("plan 4");
  }

  @Test
  void seesWindowsThatEndWhileItRuns() {
    history.later(17);
    take(Duration.ofMinutes(30));

    SyncResult result = history.sync(viewers(1));

    assertThat(history.takeAsked())
        .containsExactly(
            "2024-03-04 1", "2024-03-03 1", "2024-03-05 1", "2024-03-02 1", "2024-03-01 1");
    assertThat(history.session.listings()).isEqualTo(3);
    assertThat(counts(result)).isEqualTo("published 5");
    assertThat(result.calls()).isEqualTo(20);
  }

  @Test
  void seesSourcesThatComeWhileItRuns() {
    history.session.has(topology(1));
    take(Duration.ofMinutes(30));
    history.session.onListing(
        () -> {
          if (history.session.listings() == 2) {
            history.session.has(topology(1, 2));
          }
        });

    SyncResult result = history.sync(ofAll());

    assertThat(history.takeAsked())
        .containsExactly(
            "2024-03-04 1",
            "2024-03-03 1",
            "2024-03-04 2",
            "2024-03-03 2",
            "2024-03-02 1,2",
            "2024-03-01 1,2");
    assertThat(counts(result)).isEqualTo("published 6");
    assertThat(history.ledger.topology()).contains(topology(1, 2));
  }

  @Test
  void triesNothingTwiceInOneRun() {
    history.session.answers(
        request -> {
          history.time.pass(Duration.ofHours(30));
          return failing(
              request.start().getDayOfMonth() % 2 == 0
                  ? FailureReason.BUILD_FAILED
                  : FailureReason.REQUEST_REFUSED,
              "No.");
        });

    SyncResult result = history.sync(SampleExports.until(viewers(1), LocalDate.of(2024, 3, 4)));

    assertThat(history.takeAsked())
        .containsExactly("2024-03-04 1", "2024-03-03 1", "2024-03-02 1", "2024-03-01 1");
    assertThat(history.session.listings()).isEqualTo(4);
    assertThat(counts(result)).isEqualTo("failed 2, refused 2");
    assertThat(result.missingInAll()).isEqualTo(4);
  }

  @Test
  void endsWithTheCodeOfATopologyThatCannotBeHadAnyMoreAndCountsWhatIsLeft() {
    take(Duration.ofMinutes(59));
    history.session.onListing(
        () -> {
          if (history.session.listings() == 2) {
            throw new ExportException(FailureReason.NOT_THE_SERVICE, "It is not there.");
          }
        });

    SyncResult result = history.sync(viewers(1));

    assertThat(result.ending().orElseThrow().kind()).isEqualTo(FailureKind.PROTOCOL_BROKEN);
    assertThat(counts(result)).isEqualTo("published 2, remaining 2");
    assertThat(missing(result)).contains("2024-03-02 1: not asked for: the run ended early");
  }

  /** A plan lists 5,000 slices. */
  @Test
  void asksForMoreSlicesThanAPlanLists() {
    history.session.answers(request -> failing(FailureReason.BUILD_FAILED));

    SyncResult result =
        history.sync(SampleExports.from(viewers(1), LocalDate.of(2024, 3, 4).minusDays(5_099)));

    assertThat(counts(result)).isEqualTo("failed 5100");
    assertThat(result.missing()).hasSize(SyncResult.MOST_MISSING);
    assertThat(history.session.listings()).isEqualTo(2);
    assertThat(history.told).startsWith("plan 5100").contains("plan 100");
  }

  @Test
  void countsWhatAPlanDoesNotEvenList() {
    history.longest = Optional.of(Duration.ofMinutes(1));
    take(Duration.ofMinutes(1));

    SyncResult result =
        history.sync(SampleExports.from(viewers(1), LocalDate.of(2024, 3, 4).minusDays(5_099)));

    assertThat(counts(result)).isEqualTo("published 1, remaining 5099");
    assertThat(result.missingInAll()).isEqualTo(5_099);
  }
}
