package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.polling.LimitReached.Limit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitReachedTest {
  private static final ServiceLimits LIMITS = ServiceLimits.documented();
  private static final Duration WAIT = Duration.ofSeconds(12);

  @Test
  void saysWhatOtherRunsHold() {
    assertThat(LimitReached.lasting(Limit.CALLS, true, WAIT).reason(LIMITS))
        .isEqualTo(
            "other runs of this user use up the service's limits (50 calls in 1m), which allow the"
                + " next call in 12s");
    assertThat(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, true).reason(LIMITS))
        .isEqualTo("other runs of this user use up the service's limits (2 connections)");
    assertThat(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, true).reason(LIMITS))
        .isEqualTo("other runs of this user use up the service's limits (3 exports being built)");
    assertThat(LimitReached.lasting(Limit.PAUSE, true, WAIT).reason(LIMITS))
        .isEqualTo("VidiCenter has told another run of this user to slow down for 12s");
    assertThat(LimitReached.ofRecords("/home/me/a.limits").reason(LIMITS))
        .isEqualTo(
            "another run of this user holds /home/me/a.limits, and with it the service's limits,"
                + " and makes no progress");
  }

  @Test
  void saysWhatThisRunHolds() {
    ServiceLimits one = new ServiceLimits(1, Duration.ofMinutes(1), 1, 1);

    assertThat(LimitReached.lasting(Limit.CALLS, false, WAIT).reason(one))
        .isEqualTo("the service's limits allow the next call in 12s");
    assertThat(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, false).reason(one))
        .isEqualTo("this run's other exports use up the service's limits (1 export being built)");
  }

  @Test
  void refusesAWaitThatIsNone() {
    assertThatThrownBy(() -> LimitReached.lasting(Limit.CALLS, true, Duration.ZERO))
        .hasMessage("least must be positive, but was PT0S");
  }
}
