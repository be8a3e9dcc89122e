package dev.vidiexport.app.limits;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The service's limits as all runs of a user on this machine share them, by way of a {@link
 * LimitsFile}. What this process takes is counted besides: it is good to know whether the others
 * are to blame, and should the file be lost on the way, the limits are still kept within the
 * process. Owns the file. Thread-safe.
 */
final class SharedQuota implements Quota {
  private final LimitsFile file;
  private final Quota own;
  private final Consumer<IOException> whenLost;
  private boolean lost;

  /**
   * Shares a file.
   *
   * @param limits those that the file was opened with
   * @param clock the one that the file was opened with
   * @param whenLost is told once, when the file can no longer be used
   */
  SharedQuota(
      ServiceLimits limits,
      LimitsFile file,
      Supplier<Duration> clock,
      Consumer<IOException> whenLost) {
    this.file = file;
    this.own = Quota.ofItsOwn(limits, clock);
    this.whenLost = whenLost;
  }

  @Override
  public ServiceLimits limits() {
    return own.limits();
  }

  @Override
  public Claim claim() {
    return new SharedClaim();
  }

  /** A file that cannot even be closed is given up by the system, when the process ends. */
  @Override
  public synchronized void close() {
    unlessLost(LimitsFile::close);
    lost = true;
  }

  /** Something that is done with the file. */
  @FunctionalInterface
  private interface Step {
    void with(LimitsFile file) throws IOException;
  }

  private synchronized void unlessLost(Step step) {
    if (!lost) {
      try {
        step.with(file);
      } catch (IOException failure) {
        lost = true;
        whenLost.accept(failure);
      }
    }
  }

  /**
   * Room within the process comes first: what it has used up itself, no other run is blamed for.
   */
  private final class SharedClaim implements Claim {
    private final LimitsFile.Holding holding = new LimitsFile.Holding();
    private final Claim ownClaim = own.claim();
    private Optional<LimitReached> reached = Optional.empty();

    @Override
    public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
      synchronized (SharedQuota.this) {
        reached = ownClaim.take(mayBuild, spareCalls);
        if (reached.isPresent()) {
          if (mayBuild && reached.get().limit() != LimitReached.Limit.EXPORTS) {
            unlessLost(shared -> shared.takeExport(holding));
          }
          return reached;
        }
        unlessLost(shared -> reached = shared.take(holding, mayBuild, spareCalls));
        if (reached.isPresent()) {
          ownClaim.giveBackCall();
        }
        return reached;
      }
    }

    @Override
    public void end() {
      synchronized (SharedQuota.this) {
        ownClaim.end();
        unlessLost(shared -> shared.end(holding));
      }
    }

    @Override
    public void giveBackCall() {
      synchronized (SharedQuota.this) {
        ownClaim.giveBackCall();
        unlessLost(shared -> shared.giveBackCall(holding));
      }
    }

    @Override
    public void slowDown(Duration pause) {
      synchronized (SharedQuota.this) {
        ownClaim.slowDown(pause);
        unlessLost(shared -> shared.slowDown(holding, pause));
      }
    }

    @Override
    public void giveBackConnection() {
      synchronized (SharedQuota.this) {
        ownClaim.giveBackConnection();
        unlessLost(shared -> shared.giveBackConnection(holding));
      }
    }

    @Override
    public void giveBackExport() {
      synchronized (SharedQuota.this) {
        ownClaim.giveBackExport();
        unlessLost(shared -> shared.giveBackExport(holding));
      }
    }
  }
}
