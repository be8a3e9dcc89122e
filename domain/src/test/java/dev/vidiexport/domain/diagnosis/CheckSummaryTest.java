package dev.vidiexport.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.FailureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckSummaryTest {
  @Test
  void nothingWeighsWhereNothingFailed() {
    CheckSummary summary =
        new CheckSummary(
            List.of(
                CheckResult.ok(CheckName.JAVA, "17."),
                CheckResult.warning(CheckName.CLOCK, "1h ahead."),
                CheckResult.skipped(CheckName.LEDGER, "None.")));

    assertThat(summary.kind()).isEmpty();
    assertThat(summary.count(CheckMark.WARNING)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void everyKindHasItsWeight(FailureKind kind) {
    assertThat(found(kind)).contains(kind);
  }

  /** The order of the contract, wherever on the list each was found. */
  @ParameterizedTest
  @CsvSource({
    "DEFECT, CANCELLED",
    "CANCELLED, INVALID_REQUEST",
    "INVALID_REQUEST, TARGET_HELD",
    "TARGET_HELD, OUTPUT_NOT_WRITTEN",
    "OUTPUT_NOT_WRITTEN, CREDENTIALS_REFUSED",
    "CREDENTIALS_REFUSED, UNREACHABLE",
    "CREDENTIALS_REFUSED, PROTOCOL_BROKEN",
    "CREDENTIALS_REFUSED, TIME_OVER",
    "CREDENTIALS_REFUSED, REQUEST_REFUSED",
    "CREDENTIALS_REFUSED, EXPORT_FAILED"
  })
  void theFirstThatHoldsCounts(FailureKind first, FailureKind second) {
    assertThat(found(first, second)).contains(first);
    assertThat(found(second, first)).contains(first);
  }

  @Test
  void aKindBelongsToWhatFailedAlone() {
    assertThatThrownBy(
            () ->
                new CheckResult(
                    CheckName.JAVA, CheckMark.OK, "17.", Optional.of(FailureKind.DEFECT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new CheckResult(CheckName.JAVA, CheckMark.FAILED, "1.4.", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Optional<FailureKind> found(FailureKind... kinds) {
    return new CheckSummary(
            Arrays.stream(kinds)
                .map(kind -> CheckResult.failed(CheckName.ACCOUNT, kind, "It failed."))
                .toList())
        .kind();
  }
}
