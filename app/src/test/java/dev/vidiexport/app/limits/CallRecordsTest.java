package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallRecordsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration NOW = Duration.ofHours(5);

  private static final ClockReading STAMP = new ClockReading(1, NOW, Instant.EPOCH);

  private final CallRecords records = new CallRecords(3, 2);

  @Test
  void readsBackWhatItWrote() {
    records.begin(0);
    records.begin(1);
    records.end(1, NOW);
    records.slowDown(NOW, Duration.ofSeconds(7));
    CallRecords copy = new CallRecords(3, 2);

    copy.read(records.write(STAMP), STAMP);

    assertThat(copy.calls()).isEqualTo(2);
    assertThat(copy.isUnderWay(0)).isTrue();
    assertThat(copy.isUnderWay(1)).isFalse();
    assertThat(copy.endBeforeRoom(2)).contains(NOW);
    assertThat(copy.pauseLeft(NOW.plusSeconds(1))).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void takesWhatItDidNotWriteForNothing() {
    ByteBuffer foreign = ByteBuffer.allocate(records.size());
    while (foreign.hasRemaining()) {
      foreign.put((byte) 0x41);
    }

    records.read(foreign.flip(), STAMP);
    records.read(ByteBuffer.allocate(7), STAMP);

    assertThat(records.calls()).isZero();
  }

  @Test
  void forgetsACallAWindowAfterItsEnd() {
    records.begin(0);
    records.end(0, NOW);

    records.forget(NOW.plus(MINUTE).minusNanos(1), MINUTE);
    assertThat(records.calls()).isEqualTo(1);

    records.forget(NOW.plus(MINUTE), MINUTE);
    assertThat(records.calls()).isZero();
  }

  @Test
  void takesAMomentInTheFutureForNow() {
    records.begin(0);
    records.end(0, NOW.plusDays(100));
    records.slowDown(NOW.plusDays(100), MINUTE);

    records.forget(NOW, MINUTE);

    assertThat(records.endBeforeRoom(1)).contains(NOW);
    assertThat(records.pauseLeft(NOW)).isZero();
    assertThat(records.pauseLeft(NOW.negated())).as("on a clock before its zero").isZero();
    records.forget(NOW.plus(MINUTE), MINUTE);
    assertThat(records.calls()).isZero();
  }

  @Test
  void movesMomentsOfAnotherClockByTheDate() {
    records.begin(0);
    records.end(0, NOW.minusSeconds(3));
    records.slowDown(NOW.minusSeconds(1), Duration.ofSeconds(20));
    CallRecords copy = new CallRecords(3, 2);
    Duration later = Duration.ofSeconds(40);

    copy.read(records.write(STAMP), new ClockReading(2, later, Instant.EPOCH.plusSeconds(7)));

    assertThat(copy.endBeforeRoom(1)).contains(later.minusSeconds(10));
    assertThat(copy.pauseLeft(later)).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void knowsWhichCallIsToBeForgottenBeforeThereIsRoom() {
    for (int call = 2; call >= 0; call--) {
      records.begin(0);
      records.end(0, NOW.plusSeconds(call));
    }
    records.begin(1);

    assertThat(records.endBeforeRoom(4)).contains(NOW);
    assertThat(records.endBeforeRoom(2)).contains(NOW.plusSeconds(2));
    assertThat(records.endBeforeRoom(1)).isEmpty();
  }

  @Test
  void letsTheLongerOfTwoPausesCount() {
    records.slowDown(NOW, Duration.ofSeconds(30));
    records.slowDown(NOW.plusSeconds(1), Duration.ofSeconds(2));

    assertThat(records.pauseLeft(NOW.plusSeconds(1))).isEqualTo(Duration.ofSeconds(29));
  }
}
