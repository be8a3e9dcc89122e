package dev.vidiexport.domain.port;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.polling.CallBudget;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Shortage;
import java.time.Duration;
import java.util.Optional;

/** Counts what is claimed of it. */
final class OwnQuota implements Quota {
  private final ServiceLimits limits;
  private final Pacer pacer;
  private final CallBudget budget;
  private int connections;
  private int exports;

  OwnQuota(ServiceLimits limits, Pacer pacer) {
    this.limits = requireNonNull(limits, "limits must not be null");
    this.pacer = requireNonNull(pacer, "pacer must not be null");
    this.budget = new CallBudget(limits);
  }

  @Override
  public ServiceLimits limits() {
    return limits;
  }

  @Override
  public Claim claim() {
    return new OwnClaim();
  }

  /** All of it under the lock of the quota. */
  private final class OwnClaim implements Claim {
    private boolean connected;
    private boolean building;

    @Override
    public Optional<Shortage> take(boolean mayBuild) {
      synchronized (OwnQuota.this) {
        if (mayBuild && !building) {
          if (exports >= limits.exports()) {
            return Optional.of(Shortage.untilSomebodyIsDone(Shortage.Limit.EXPORTS, false));
          }
          exports++;
          building = true;
        }
        if (!connected && connections >= limits.connections()) {
          return Optional.of(Shortage.untilSomebodyIsDone(Shortage.Limit.CONNECTIONS, false));
        }
        Duration wait = budget.take(pacer.elapsed());
        if (!wait.isZero()) {
          return Optional.of(Shortage.lasting(Shortage.Limit.CALLS, false, wait));
        }
        if (!connected) {
          connections++;
          connected = true;
        }
        return Optional.empty();
      }
    }

    @Override
    public void end() {
      budget.end(pacer.elapsed());
    }

    /** Nobody else shares this, and the caller itself was told. */
    @Override
    public void slowDown(Duration pause) {}

    @Override
    public void giveBackConnection() {
      synchronized (OwnQuota.this) {
        if (connected) {
          connections--;
          connected = false;
        }
      }
    }

    @Override
    public void giveBackExport() {
      synchronized (OwnQuota.this) {
        if (building) {
          exports--;
          building = false;
        }
      }
    }
  }
}
