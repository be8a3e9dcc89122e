package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The quota of a process, of which every limit that is reached is told.
 *
 * @param reachedLimits takes each as it is given to a run
 */
record WatchedQuota(Quota real, Consumer<LimitReached> reachedLimits) implements Quota {
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
    public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
      Optional<LimitReached> reached = super.take(mayBuild, spareCalls);
      reached.ifPresent(reachedLimits);
      return reached;
    }
  }
}
