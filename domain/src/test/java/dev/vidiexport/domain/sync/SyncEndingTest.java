package dev.vidiexport.domain.sync;

import static dev.vidiexport.domain.sync.SampleExports.slice;
import static dev.vidiexport.domain.sync.SampleExports.viewers;
import static dev.vidiexport.domain.sync.SyncScenario.counts;
import static dev.vidiexport.domain.sync.SyncScenario.failing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.InMemorySliceStore.Step;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncEndingTest {
  private final SyncScenario history = new SyncScenario();

  private static FailureReason reason(SyncResult result) {
    return result.ending().orElseThrow().reason();
  }

  private SliceRecord newest() {
    return history.ledger.slice(slice("2024-03-04", 1)).orElseThrow();
  }

  /** It throws whenever the ledger is about to do this. */
  private static Consumer<String> refusing(String method, FailureReason reason) {
    return called -> {
      if (called.equals(method)) {
        throw new ExportException(reason, "The ledger cannot be used.");
      }
    };
  }

  @Test
  void endsWhenTheCredentialsAreRefusedAndLeavesTheSliceUnderWay() {
    history.session.answers(request -> failing(FailureReason.CREDENTIALS_REFUSED));

    SyncResult result = history.sync(viewers(1));

    assertThat(reason(result)).isEqualTo(FailureReason.CREDENTIALS_REFUSED);
    assertThat(history.takeAsked()).hasSize(1);
    assertThat(counts(result)).isEqualTo("remaining 4");
    assertThat(result.calls()).isEqualTo(6);
    assertThat(result.isComplete()).isFalse();
    assertThat(newest().underWay()).isTrue();
    assertThat(newest().failure()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CREDENTIALS_REFUSED", "ACCESS_REFUSED", "NOT_THE_SERVICE"})
  void asksForNothingWithoutATopology(FailureReason reason) {
    history.session.onListing(
        () -> {
          throw new ExportException(reason, "There is no list.");
        });

    SyncResult result = history.sync(viewers(1));

    assertThat(reason(result)).isEqualTo(reason);
    assertThat(history.takeAsked()).isEmpty();
    assertThat(history.ledger.exports()).isEmpty();
    assertThat(counts(result)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"OUTPUT", "OPEN", "FINISH", "PUBLISH", "NAMED"})
  void endsWhenAFileCannotBeWrittenAndLeavesTheSliceUnderWay(Step step) {
    history.files.when(
        step,
        () -> {
          throw new IOException("the disk is full");
        });

    SyncResult result = history.sync(viewers(1));

    assertThat(reason(result)).isEqualTo(FailureReason.OUTPUT_UNUSABLE);
    assertThat(result.ending().orElseThrow()).hasMessageContaining("the disk is full");
    assertThat(history.takeAsked()).hasSizeLessThanOrEqualTo(1);
    assertThat(counts(result)).isEqualTo("remaining 4");
    assertThat(newest().underWay()).isTrue();
    assertThat(newest().answer()).isEmpty();
    assertThat(history.files.staged()).isZero();

    history.files.when(step, () -> {});
    history.takeAsked();
    SyncResult next = history.sync(viewers(1));

    assertThat(next.isComplete()).isTrue();
    assertThat(history.takeAsked()).hasSize(step == Step.NAMED ? 3 : 4);
    assertThat(history.files.standing()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "publications",
        "noteRun",
        "noteTopology",
        "noteRetired",
        "forget",
        "noteAsked",
        "notePublishing",
        "notePublished"
      })
  void endsWhenTheLedgerCannotBeWritten(String method) {
    history.onLedger = refusing(method, FailureReason.LEDGER_DISK_FULL);

    SyncResult result = history.sync(viewers(1));

    assertThat(reason(result)).isEqualTo(FailureReason.LEDGER_DISK_FULL);
    assertThat(history.takeAsked()).hasSizeLessThanOrEqualTo(1);
    assertThat(history.ledger.changes()).isEmpty();
    assertThat(history.files.staged()).isZero();

    history.onLedger = called -> {};

    assertThat(history.sync(viewers(1)).isComplete()).isTrue();
    assertThat(history.ledger.changes()).hasSize(4);
    assertThat(history.files.standing()).hasSize(4);
  }

  @Test
  void endsWhenAFailureCannotBeNoted() {
    history.session.answers(request -> failing(FailureReason.STILL_BUILDING));
    history.onLedger = refusing("noteFailed", FailureReason.LEDGER_HELD);

    SyncResult result = history.sync(viewers(1));

    assertThat(reason(result)).isEqualTo(FailureReason.LEDGER_HELD);
  }

  @Test
  void warnsWhenTheLedgerCannotBeCopiedAndGoesOn() {
    history.onLedger = refusing("backUp", FailureReason.LEDGER_DISK_FULL);

    SyncResult result = history.sync(viewers(1));

    assertThat(result.isComplete()).isTrue();
    assertThat(history.told)
        .startsWith("warning: The ledger was not copied: The ledger cannot be used.");
  }

  @Test
  void endsWithADefectOfTheProgramAsSuch() {
    history.onLedger =
        called -> {
          if (called.equals("noteAsked")) {
            throw new IllegalStateException("This must not be.");
          }
        };

    SyncResult result = history.sync(viewers(1));

    assertThat(reason(result)).isEqualTo(FailureReason.DEFECT);
    assertThat(counts(result)).isEqualTo("remaining 4");
  }

  @Test
  void doesNothingThatItIsToldNotToBeforeItBegins() {
    SyncHistory sync = history.prepare(viewers(1));
    sync.cancel();

    SyncResult result = sync.run();

    assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
    assertThat(history.session.listings()).isZero();
  }

  @Test
  void endsSoonInTheMiddleOfATopology() {
    SyncHistory sync = history.prepare(viewers(1));
    history.session.onListing(sync::cancel);

    SyncResult result = sync.run();

    assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
    assertThat(history.takeAsked()).isEmpty();
  }

  @Test
  void endsSoonInTheMiddleOfASliceAndGoesForThatFirstTheNextTime() {
    SyncHistory sync = history.prepare(viewers(1));
    history.session.answers(
        request -> {
          if (request.start().getDayOfMonth() == 3) {
            sync.cancel();
            throw ExportException.cancelled();
          }
          return SyncScenario.rows(request);
        });

    SyncResult result = sync.run();

    assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
    assertThat(counts(result)).isEqualTo("published 1, remaining 3");
    history.session.answers(SyncScenario::rows);
    history.later(24);
    history.takeAsked();
    history.sync(viewers(1));
    assertThat(history.takeAsked())
        .as("what was under way, then the newest, of which one is a day old")
        .containsExactly(
            "2024-03-03 1", "2024-03-05 1", "2024-03-04 1", "2024-03-02 1", "2024-03-01 1");
  }

  @Test
  void endsBeforeTheNextSliceWhenItIsToldToBetweenTwo() {
    SyncHistory sync = history.prepare(viewers(1));
    history.onLedger =
        called -> {
          if (called.equals("notePublished")) {
            sync.cancel();
          }
        };

    SyncResult result = sync.run();

    assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
    assertThat(counts(result)).isEqualTo("published 1, remaining 3");
    assertThat(history.takeAsked()).hasSize(1);
  }
}
