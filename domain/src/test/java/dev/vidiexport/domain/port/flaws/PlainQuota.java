package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.time.Duration;
import java.util.Optional;

/** Passes everything on to a quota that does everything right; those that extend it do not. */
class PlainQuota implements Quota {
  final Quota right;

  PlainQuota(Quota right) {
    this.right = right;
  }

  @Override
  public ServiceLimits limits() {
    return right.limits();
  }

  @Override
  public Claim claim() {
    return new PlainClaim(right.claim());
  }

  /** Passes everything on to a claim. */
  static class PlainClaim implements Claim {
    final Claim right;

    PlainClaim(Claim right) {
      this.right = right;
    }

    @Override
    public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
      return right.take(mayBuild, spareCalls);
    }

    @Override
    public void end() {
      right.end();
    }

    @Override
    public void giveBackCall() {
      right.giveBackCall();
    }

    @Override
    public void slowDown(Duration pause) {
      right.slowDown(pause);
    }

    @Override
    public void giveBackConnection() {
      right.giveBackConnection();
    }

    @Override
    public void giveBackExport() {
      right.giveBackExport();
    }
  }
}
