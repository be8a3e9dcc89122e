package dev.vidiexport.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  /** Written by hand from the contract with users; a kind that is missing here fails. */
  private static final Map<FailureKind, Integer> CONTRACT =
      Map.ofEntries(
          Map.entry(FailureKind.INVALID_REQUEST, 2),
          Map.entry(FailureKind.CREDENTIALS_REFUSED, 3),
          Map.entry(FailureKind.EXPORT_FAILED, 4),
          Map.entry(FailureKind.TIME_OVER, 5),
          Map.entry(FailureKind.OUTPUT_NOT_WRITTEN, 6),
          Map.entry(FailureKind.PROTOCOL_BROKEN, 7),
          Map.entry(FailureKind.UNREACHABLE, 8),
          Map.entry(FailureKind.REQUEST_REFUSED, 9),
          Map.entry(FailureKind.TARGET_HELD, 12),
          Map.entry(FailureKind.DEFECT, 70),
          Map.entry(FailureKind.CANCELLED, 130));

  @Test
  void isTheContractsForEveryKindOfFailure() {
    assertThat(CONTRACT).containsOnlyKeys(FailureKind.values());
    assertThat(CONTRACT).allSatisfy((kind, code) -> assertThat(ExitCode.of(kind)).isEqualTo(code));
  }

  @Test
  void isTheContractsForWhatIsNoFailure() {
    assertThat(ExitCode.DONE).isZero();
    assertThat(ExitCode.INTERRUPTED).isEqualTo(130);
    assertThat(ExitCode.TERMINATED).isEqualTo(143);
    assertThat(ExitCode.SLICES_MISSING).isEqualTo(10);
  }
}
