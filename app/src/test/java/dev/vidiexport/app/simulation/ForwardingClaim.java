package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.port.Quota;
import java.time.Duration;
import java.util.Optional;

/** Stands before a claim. */
abstract class ForwardingClaim implements Quota.Claim {
  final Quota.Claim real;

  ForwardingClaim(Quota.Claim real) {
    this.real = real;
  }

  @Override
  public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
    return real.take(mayBuild, spareCalls);
  }

  @Override
  public void end() {
    real.end();
  }

  @Override
  public void giveBackCall() {
    real.giveBackCall();
  }

  @Override
  public void slowDown(Duration pause) {
    real.slowDown(pause);
  }

  @Override
  public void giveBackConnection() {
    real.giveBackConnection();
  }

  @Override
  public void giveBackExport() {
    real.giveBackExport();
  }
}
