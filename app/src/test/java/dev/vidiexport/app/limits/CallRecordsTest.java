package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallRecordsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration NOW = Duration.ofHours(5);

  private final CallRecords records = new CallRecords(3, 2);

  @Test
  void readsBackWhatItWrote() {
    records.begin(0);
    records.begin(1);
    records.end(1, NOW);
    records.slowDown(NOW, Duration.ofSeconds(7));
    CallRecords copy = new CallRecords(3, 2);

    copy.read(records.write());

    assertThat(copy.calls()).isEqualTo(2);
    assertThat(copy.isUnderWay(0)).isTrue();
    assertThat(copy.isUnderWay(1)).isFalse();
    assertThat(copy.oldest()).contains(NOW);
    assertThat(copy.pauseLeft(NOW.plusSeconds(1))).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void takesWhatItDidNotWriteForNothing() {
    ByteBuffer foreign = ByteBuffer.allocate(records.size());
    while (foreign.hasRemaining()) {
      foreign.put((byte) 0x41);
    }

    records.read(foreign.flip());
    records.read(ByteBuffer.allocate(7));

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

    assertThat(records.oldest()).contains(NOW);
    assertThat(records.pauseLeft(NOW)).isNegative();
    records.forget(NOW.plus(MINUTE), MINUTE);
    assertThat(records.calls()).isZero();
  }

  @Test
  void letsTheLongerOfTwoPausesCount() {
    records.slowDown(NOW, Duration.ofSeconds(30));
    records.slowDown(NOW.plusSeconds(1), Duration.ofSeconds(2));

    assertThat(records.pauseLeft(NOW.plusSeconds(1))).isEqualTo(Duration.ofSeconds(29));
  }
}
