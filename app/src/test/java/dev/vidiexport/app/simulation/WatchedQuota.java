package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Shortage;
import dev.vidiexport.domain.port.Quota;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The quota of a process, whose every shortage is told.
 *
 * @param shortages takes each as it is given to a run
 */
record WatchedQuota(Quota real, Consumer<Shortage> shortages) implements Quota {
  @Override
  public ServiceLimits limits() {
    return real.limits();
  }

  @Override
  public Claim claim() {
    return new WatchedClaim(real.claim());
  }

  @Override
  public void close() {
    real.close();
  }

  private final class WatchedClaim extends ForwardingClaim {
    WatchedClaim(Claim real) {
      super(real);
    }

    @Override
    public Optional<Shortage> take(boolean mayBuild) {
      Optional<Shortage> shortage = super.take(mayBuild);
      shortage.ifPresent(shortages);
      return shortage;
    }
  }
}
