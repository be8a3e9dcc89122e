package dev.vidiexport.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldNoticeTest {
  private static final LimitReached EXPORTS = LimitReached.untilSomebodyIsDone(Limit.EXPORTS, true);
  private static final LimitReached CALLS = LimitReached.untilSomebodyIsDone(Limit.CALLS, true);

  private final HeldNotice notice = new HeldNotice(ServiceLimits.documented());

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void comesOnceAfterFiveSeconds() {
    assertThat(notice.held(EXPORTS, seconds(10))).isEmpty();
    assertThat(notice.held(EXPORTS, Duration.ofMillis(14_999))).isEmpty();
    assertThat(notice.held(EXPORTS, seconds(15))).get().asString().contains("3 exports");
    assertThat(notice.held(EXPORTS, seconds(60))).isEmpty();
  }

  @Test
  void doesNotComeForWhatTheRunHoldsItself() {
    LimitReached own = LimitReached.untilSomebodyIsDone(Limit.EXPORTS, false);

    assertThat(notice.held(own, seconds(1))).isEmpty();
    assertThat(notice.held(own, seconds(100))).isEmpty();
  }

  @Test
  void comesAgainWhenItHasGoneOnInBetween() {
    notice.held(EXPORTS, seconds(0));
    notice.held(EXPORTS, seconds(5));

    notice.goneOn(true);

    assertThat(notice.held(EXPORTS, seconds(6))).isEmpty();
    assertThat(notice.held(EXPORTS, seconds(11))).isPresent();
  }

  @Test
  void isNotPutOffByCallsThatNeedNoPlace() {
    notice.held(EXPORTS, seconds(0));
    notice.held(CALLS, seconds(0));

    notice.goneOn(false);

    assertThat(notice.held(EXPORTS, seconds(5))).isPresent();
    assertThat(notice.held(CALLS, seconds(5))).isEmpty();
  }
}
