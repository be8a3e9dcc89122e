package dev.vidiexport.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomShortageTest {
  private static final Duration NOW = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofSeconds(17);

  private final RoomShortage shortage = new RoomShortage();

  @ParameterizedTest
  @CsvSource({
    "EXPORTS, false, 0, 0, 17",
    "EXPORTS, true, 0, 0, 17",
    "CALLS, false, 17, 0, 0",
    "CALLS, true, 0, 17, 0",
    "CONNECTIONS, true, 17, 0, 0",
    "PAUSE, true, 17, 0, 0",
    "RECORDS, false, 17, 0, 0"
  })
  void holdsUpWhatThereIsNoRoomFor(Limit limit, boolean isPoll, int call, int poll, int build) {
    shortage.add(LimitReached.lasting(limit, false, LATER.minus(NOW)), isPoll, NOW);

    assertThat(shortage.nextCall()).isEqualTo(Duration.ofSeconds(call));
    assertThat(shortage.nextPoll()).isEqualTo(Duration.ofSeconds(poll));
    assertThat(shortage.nextBuild()).isEqualTo(Duration.ofSeconds(build));
  }

  @Test
  void looksAgainSoonForWhatSomebodyHolds() {
    shortage.add(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, true), false, NOW);

    assertThat(shortage.nextCall()).isEqualTo(NOW.plusMillis(200));
  }
}
