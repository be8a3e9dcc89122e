package dev.vidiexport.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  /** Written by hand from the contract with users; a kind that is missing here fails. */
  private static final Map<FailureKind, Integer> CONTRACT =
      Map.of(
          FailureKind.INVALID_REQUEST, 2,
          FailureKind.CREDENTIALS_REFUSED, 3,
          FailureKind.EXPORT_FAILED, 4,
          FailureKind.TIME_OVER, 5,
          FailureKind.OUTPUT_NOT_WRITTEN, 6,
          FailureKind.PROTOCOL_BROKEN, 7,
          FailureKind.UNREACHABLE, 8,
          FailureKind.REQUEST_REFUSED, 9,
          FailureKind.DEFECT, 70,
          FailureKind.CANCELLED, 130);

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
  }
}
