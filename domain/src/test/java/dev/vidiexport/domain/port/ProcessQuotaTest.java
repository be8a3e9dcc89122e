package dev.vidiexport.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessQuotaTest extends QuotaContract {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final RecordingPacer pacer = new RecordingPacer();

  @Override
  protected Quota quota(ServiceLimits limits) {
    return Quota.ofItsOwn(limits, pacer::elapsed);
  }

  @Override
  protected void pass(Duration time) {
    pacer.advance(time);
  }

  @Test
  void blamesNobodyElse() {
    Quota quota = quota(new ServiceLimits(2, WINDOW, 1, 1));
    Quota.Claim claim = quota.claim();
    claim.take(true);
    claim.end();

    assertThat(quota.claim().take(false))
        .contains(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, false));
    assertThat(quota.claim().take(true))
        .contains(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, false));
    claim.take(true);
    claim.end();
    assertThat(claim.take(true)).contains(LimitReached.lasting(Limit.CALLS, false, WINDOW));
  }
}
