package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static dev.vidiexport.domain.sync.SyncScenario.failing;
import static dev.vidiexport.domain.sync.SyncScenario.missing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.table.ColumnType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusedSlicesTest {
  private final SyncScenario history = new SyncScenario();

  @BeforeEach
  void refuseTheNewestDay() {
    history.start = Optional.of(LocalDate.of(2024, 3, 4));
    history.session.answers(request -> failing(FailureReason.REQUEST_REFUSED, "No."));
  }

  private SyncResult syncTheDay() {
    return history.sync(SampleExports.until(viewers(1), LocalDate.of(2024, 3, 4)));
  }

  private boolean isAskedFor() {
    syncTheDay();
    return !history.takeAsked().isEmpty();
  }

  private SliceFailure failure() {
    return history.ledger.slice(slice("2024-03-04", 1)).flatMap(SliceRecord::failure).orElseThrow();
  }

  @Test
  void areAskedForAgainAfterOneTwoFourAndAtMostThirtyTwoDays() {
    List<Integer> waits = new ArrayList<>();
    for (int refusal = 1; refusal <= 7; refusal++) {
      int hours = 0;
      while (!isAskedFor()) {
        history.later(12);
        hours += 12;
      }
      waits.add(hours / 24);
      assertThat(failure().refusals()).isEqualTo(refusal);
    }

    assertThat(waits).containsExactly(0, 1, 2, 4, 8, 16, 32);
    history.later(24 * 32);
    history.time.pass(Duration.ofSeconds(-1));
    assertThat(isAskedFor()).isFalse();
    history.time.pass(Duration.ofSeconds(1));
    assertThat(isAskedFor()).isTrue();
  }

  @Test
  void countAsRemainingUntilTheirTimeHasCome() {
    syncTheDay();

    SyncResult result = syncTheDay();

    assertThat(counts(result)).isEqualTo("remaining 1");
    assertThat(result.exports().get(0).asked()).isZero();
    assertThat(result.isComplete()).isFalse();
    assertThat(missing(result))
        .containsExactly("2024-03-04 1: not asked for again yet: its time has not come");
  }

  @Test
  void areAskedForAtOnceWhenThatIsWanted() {
    syncTheDay();
    history.takeAsked();
    history.retryRefused = true;

    assertThat(isAskedFor()).isTrue();
    assertThat(failure().refusals()).isEqualTo(2);
  }

  @Test
  void areAskedForAtOnceWhenTheEntryHasChanged() {
    syncTheDay();
    history.takeAsked();

    history.sync(
        SampleExports.until(
            SampleExports.withColumn("watcher_count", ColumnType.DECIMAL, 1),
            LocalDate.of(2024, 3, 4)));

    assertThat(history.takeAsked()).containsExactly("2024-03-04 1");
  }

  @Test
  void areNotAskedForAtOnceWhenOnlyTheEndOfTheEntryHasChanged() {
    syncTheDay();
    history.takeAsked();

    history.sync(SampleExports.until(viewers(1), LocalDate.of(2024, 3, 31)));

    assertThat(history.takeAsked()).isEmpty();
  }

  @Test
  void forgetTheirRefusalsOnceTheyHaveAnAnswer() {
    syncTheDay();
    history.later(24);
    history.session.answers(SyncScenario::rows);

    assertThat(counts(syncTheDay())).isEqualTo("published 1");
    assertThat(history.ledger.slice(slice("2024-03-04", 1)).flatMap(SliceRecord::failure))
        .isEmpty();
  }

  @Test
  void areNotCountedOnWhenTheNextAskingFailsOtherwise() {
    syncTheDay();
    history.later(24);
    history.session.answers(request -> failing(FailureReason.STILL_BUILDING));
    syncTheDay();

    assertThat(failure().refusals()).isZero();
  }

  @Test
  void waitForADayAfterVidiCenterCouldNotBuildThem() {
    history.session.answers(request -> failing(FailureReason.BUILD_FAILED));
    syncTheDay();
    history.takeAsked();

    history.time.pass(Duration.ofHours(24).minusSeconds(1));
    assertThat(isAskedFor()).isFalse();
    history.retryRefused = true;
    assertThat(isAskedFor()).as("that is not a refusal").isFalse();
    history.time.pass(Duration.ofSeconds(1));
    assertThat(isAskedFor()).isTrue();
  }

  /** With 403, once the topology was served, the account has no access to a source. */
  @Test
  void areThoseWithoutAccessToo() {
    history.session.answers(request -> failing(FailureReason.ACCESS_REFUSED, "No access."));

    SyncResult result = syncTheDay();

    assertThat(result.ending()).isEmpty();
    assertThat(missing(result)).containsExactly("2024-03-04 1 refused: No access.");
    assertThat(failure().refusals()).isEqualTo(1);
  }
}
