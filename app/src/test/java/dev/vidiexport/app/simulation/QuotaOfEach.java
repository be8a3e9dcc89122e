package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.time.Duration;
import java.util.function.Supplier;

/** A planted bug: each run has all of the limits to itself. */
record QuotaOfEach(Quota real, Supplier<Duration> clock) implements Quota {
  @Override
  public ServiceLimits limits() {
    return real.limits();
  }

  @Override
  public Claim claim() {
    return Quota.ofItsOwn(real.limits(), clock).claim();
  }

  @Override
  public void close() {
    real.close();
  }
}
