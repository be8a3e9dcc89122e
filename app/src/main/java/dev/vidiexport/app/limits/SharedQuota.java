package dev.vidiexport.app.limits;

import dev.vidiexport.domain.polling.CallBudget;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Shortage;
import dev.vidiexport.domain.port.Quota;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The service's limits as all runs of a user on this machine share them, by way of a {@link
 * LimitsFile}. The own calls are counted besides: it is good to know whether the others are to
 * blame, and should the file be lost on the way, the limits are still kept within the process.
 * Thread-safe.
 */
final class SharedQuota implements Quota {
  private final ServiceLimits limits;
  private final LimitsFile file;
  private final Supplier<Duration> clock;
  private final Consumer<IOException> whenLost;
  private final CallBudget own;
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
    this.limits = limits;
    this.file = file;
    this.clock = clock;
    this.whenLost = whenLost;
    this.own = new CallBudget(limits);
  }

  @Override
  public ServiceLimits limits() {
    return limits;
  }

  @Override
  public Claim claim() {
    return new SharedClaim();
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

  /** All of it under the lock of the quota. */
  private final class SharedClaim implements Claim {
    private final LimitsFile.Holding holding = new LimitsFile.Holding();
    private Optional<Shortage> shortage = Optional.empty();

    @Override
    public Optional<Shortage> take(boolean mayBuild) {
      synchronized (SharedQuota.this) {
        Duration wait = own.take(clock.get());
        if (!wait.isZero()) {
          if (mayBuild) {
            unlessLost(shared -> shared.takeExport(holding));
          }
          return Optional.of(Shortage.lasting(Shortage.Limit.CALLS, false, wait));
        }
        shortage = Optional.empty();
        unlessLost(shared -> shortage = shared.take(holding, mayBuild));
        if (shortage.isPresent()) {
          own.giveBack();
        }
        return shortage;
      }
    }

    @Override
    public void end() {
      synchronized (SharedQuota.this) {
        own.end(clock.get());
        unlessLost(shared -> shared.end(holding));
      }
    }

    @Override
    public void slowDown(Duration pause) {
      unlessLost(shared -> shared.slowDown(holding, pause));
    }

    @Override
    public void giveBackConnection() {
      unlessLost(shared -> shared.giveBackConnection(holding));
    }

    @Override
    public void giveBackExport() {
      unlessLost(shared -> shared.giveBackExport(holding));
    }
  }
}
