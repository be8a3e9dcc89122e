package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.PollState.Complete;
import dev.vidiexport.domain.polling.PollState.Going;
import dev.vidiexport.domain.polling.PollState.Stopped;
import org.junit.jupiter.api.Test;

class CasesTest {
  private static final PollState.Cases<Object> SHOWN =
      new PollState.Cases<>() {
        @Override
        public Object onGoing(Going state) {
          return state.pause();
        }

        @Override
        public Object onComplete(Complete state) {
          return state.answer();
        }

        @Override
        public Object onStopped(Stopped state) {
          return state.failure().reason();
        }
      };

  @Test
  void handOutEveryStateAsWhatItIs() {
    Going going = (Going) PollFixtures.begin().onAnswer(PollFixtures.STARTED, PollFixtures.EARLY);

    assertThat(going.<Object>fold(SHOWN)).isEqualTo(going.pause());
    assertThat(new Complete(PollFixtures.FINISHED).<Object>fold(SHOWN))
        .isSameAs(PollFixtures.FINISHED);
    assertThat(PollFixtures.stopped(FailureReason.STILL_BUILDING, "Over.").<Object>fold(SHOWN))
        .isEqualTo(FailureReason.STILL_BUILDING);
  }
}
