package dev.vidiexport.http;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Shortage;
import dev.vidiexport.domain.port.Quota;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** A quota that is short of one thing after the other, and then has room for everything. */
final class ScriptedQuota implements Quota {
  private final Deque<Shortage> shortages;

  ScriptedQuota(Collection<Shortage> shortages) {
    this.shortages = new ArrayDeque<>(shortages);
  }

  @Override
  public ServiceLimits limits() {
    return ServiceLimits.documented();
  }

  @Override
  public Claim claim() {
    return new Claim() {
      @Override
      public Optional<Shortage> take(boolean mayBuild) {
        return Optional.ofNullable(shortages.poll());
      }

      @Override
      public void end() {}

      @Override
      public void giveBackCall() {}

      @Override
      public void slowDown(Duration pause) {}

      @Override
      public void giveBackConnection() {}

      @Override
      public void giveBackExport() {}
    };
  }
}
