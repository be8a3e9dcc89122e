package dev.vidiexport.http;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A quota that keeps its limits, and records who is told to slow down. A test can have it short of
 * something first. Not thread-safe by what it adds.
 */
public final class RecordingQuota implements Quota {
  private final Quota kept;
  private final Deque<LimitReached> reachedLimits = new ArrayDeque<>();
  private final List<Duration> slowDowns = new ArrayList<>();

  public RecordingQuota(ServiceLimits limits, Pacer pacer) {
    this.kept = Quota.ofItsOwn(limits, pacer::elapsed);
  }

  /** Is short of one after the other, whoever asks, before it keeps to its limits. */
  public RecordingQuota shortOf(Collection<LimitReached> scripted) {
    reachedLimits.addAll(scripted);
    return this;
  }

  /** How long somebody was told to slow down, each time. */
  List<Duration> slowDowns() {
    return List.copyOf(slowDowns);
  }

  @Override
  public ServiceLimits limits() {
    return kept.limits();
  }

  @Override
  public Claim claim() {
    return new RecordingClaim(kept.claim());
  }

  private final class RecordingClaim implements Claim {
    private final Claim claim;

    RecordingClaim(Claim claim) {
      this.claim = claim;
    }

    @Override
    public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
      return Optional.ofNullable(reachedLimits.poll()).or(() -> claim.take(mayBuild, spareCalls));
    }

    @Override
    public void end() {
      claim.end();
    }

    @Override
    public void giveBackCall() {
      claim.giveBackCall();
    }

    @Override
    public void slowDown(Duration pause) {
      slowDowns.add(pause);
      claim.slowDown(pause);
    }

    @Override
    public void giveBackConnection() {
      claim.giveBackConnection();
    }

    @Override
    public void giveBackExport() {
      claim.giveBackExport();
    }
  }
}
