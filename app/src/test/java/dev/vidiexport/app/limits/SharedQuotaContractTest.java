package dev.vidiexport.app.limits;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.QuotaContract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** What callers share is the same whether they are of one run or of several. */
class SharedQuotaContractTest {
  private Duration now = Duration.ofDays(1);
  private final SimulatedLimits file =
      new SimulatedLimits(() -> now, () -> Instant.EPOCH.plus(now));

  @AfterEach
  void removeTheFile() {
    file.close();
  }

  @Nested
  class WithinARun extends QuotaContract {
    @Override
    protected Quota quota(ServiceLimits limits) {
      return file.open(limits).quota();
    }

    @Override
    protected void pass(Duration time) {
      now = now.plus(time);
    }
  }

  @Nested
  class AmongRuns extends QuotaContract {
    @Override
    protected Quota quota(ServiceLimits limits) {
      return new Quota() {
        @Override
        public ServiceLimits limits() {
          return file.open(limits).quota().limits();
        }

        /** Each claim is of another run. */
        @Override
        public Claim claim() {
          return file.open(limits).quota().claim();
        }
      };
    }

    @Override
    protected void pass(Duration time) {
      now = now.plus(time);
    }
  }
}
