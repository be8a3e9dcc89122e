package dev.vidiexport.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureKind;
import org.junit.jupiter.api.Test;

class UnreachableStreakTest {
  private final UnreachableStreak streak = new UnreachableStreak();

  @Test
  void endsTheBeginningOfSlicesAfterThreeInARow() {
    streak.failed(FailureKind.UNREACHABLE);
    streak.failed(FailureKind.UNREACHABLE);
    assertThat(streak.mayBegin()).isTrue();

    streak.failed(FailureKind.UNREACHABLE);

    assertThat(streak.mayBegin()).isFalse();
  }

  @Test
  void isBrokenByWhateverEndsOtherwise() {
    streak.failed(FailureKind.UNREACHABLE);
    streak.failed(FailureKind.UNREACHABLE);
    streak.failed(FailureKind.TIME_OVER);
    streak.failed(FailureKind.UNREACHABLE);
    streak.failed(FailureKind.UNREACHABLE);
    streak.answered();
    streak.failed(FailureKind.UNREACHABLE);

    assertThat(streak.mayBegin()).isTrue();
  }

  @Test
  void isNotForgottenWhenASliceThatWasUnderWayEndsWell() {
    for (int slice = 0; slice < 3; slice++) {
      streak.failed(FailureKind.UNREACHABLE);
    }

    streak.answered();

    assertThat(streak.mayBegin()).isFalse();
  }
}
