package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.export.RunContinuation.NONE;
import static dev.vidiexport.domain.export.RunContinuation.SAME_REQUEST;
import static dev.vidiexport.domain.export.RunContinuation.SAME_REQUEST_WITHOUT_REBUILD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.polling.Trouble.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunContinuationTest {
  @Test
  void aRunThatEndedWellIsOver() {
    assertThat(
            RunContinuation.of(
                new ExportOutcome(ExportReceipt.nothing(Duration.ZERO), Optional.empty())))
        .isEqualTo(NONE);
  }

  /** Whatever is wrong with the command, the credentials, the output or the answer stays wrong. */
  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void onlyTimeAndTroubleAndSignalsEndWhatGoesOn(FailureReason reason) {
    if (RunContinuation.goesOn(reason)) {
      assertThat(reason.kind())
          .isIn(FailureKind.TIME_OVER, FailureKind.UNREACHABLE, FailureKind.CANCELLED);
    }
  }

  /** Whoever adds a reason decides here whether such a run goes on. */
  @Test
  void theseGoOn() {
    assertThat(FailureReason.values())
        .filteredOn(RunContinuation::goesOn)
        .containsExactlyInAnyOrder(
            FailureReason.STILL_BUILDING,
            FailureReason.ROWS_STILL_COMING,
            FailureReason.OUTPUT_STILL_WRITTEN,
            FailureReason.LIMITS_HELD,
            FailureReason.LIMITS_HELD_BEFORE_REBUILD,
            FailureReason.LISTING_LIMITS_HELD,
            FailureReason.ACCOUNT_LIMITS_HELD,
            FailureReason.SERVICE_NOT_REACHED,
            FailureReason.SERVICE_NOT_ANSWERING,
            FailureReason.ANSWERS_CUT,
            FailureReason.ACCOUNT_NOT_REACHED,
            FailureReason.TOO_MANY_CALLS,
            FailureReason.COME_BACK_LATER,
            FailureReason.CANCELLED);
  }

  @ParameterizedTest
  @CsvSource({
    "STILL_BUILDING, SAME_REQUEST",
    "CANCELLED, SAME_REQUEST",
    "SERVICE_NOT_REACHED, SAME_REQUEST",
    "CERTIFICATE_NOT_VALID, NONE",
    "NO_TIME_TO_ASK, NONE",
    "REBUILD_UNCERTAIN, NONE",
    "OUTPUT_EXISTS, NONE",
    "DEFECT, NONE"
  })
  void whatWasNeverTakenIsAskedForAsItWas(FailureReason reason, RunContinuation continuation) {
    assertThat(
            RunContinuation.of(
                new ExportOutcome(
                    ExportReceipt.nothing(Duration.ZERO),
                    Optional.of(new ExportException(reason, "It failed.")))))
        .isEqualTo(continuation);
  }

  /** The rebuild survives what surely did not arrive, and what may not have. */
  @ParameterizedTest
  @CsvSource({
    "NOT_DELIVERED, SAME_REQUEST",
    "RATE_LIMITED, SAME_REQUEST",
    "UNANSWERED, SAME_REQUEST",
    "LIMITS_HELD, SAME_REQUEST",
    "CUT, SAME_REQUEST_WITHOUT_REBUILD",
    "STILL_COMING, SAME_REQUEST_WITHOUT_REBUILD"
  })
  void anAnswerThatBeganMeansThatTheRebuildWasTaken(Kind trouble, RunContinuation continuation) {
    ReceiptBuilder receipt = new ReceiptBuilder();
    receipt.asked();
    receipt.troubled(Trouble.of(trouble, "something happened"));

    assertThat(cancelled(receipt)).isEqualTo(continuation);
  }

  @Test
  void rowsThatBeganMeanItToo() {
    ReceiptBuilder receipt = new ReceiptBuilder();
    receipt.asked();
    assertThat(cancelled(receipt)).isEqualTo(SAME_REQUEST);

    receipt.taken();

    assertThat(cancelled(receipt)).isEqualTo(SAME_REQUEST_WITHOUT_REBUILD);
  }

  private static RunContinuation cancelled(ReceiptBuilder receipt) {
    return RunContinuation.of(
        new ExportOutcome(
            receipt.receipt(Duration.ZERO), Optional.of(ExportException.cancelled())));
  }
}
