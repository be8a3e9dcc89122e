package dev.vidiexport.domain.port;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.polling.CallBudget;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts what is claimed of it. */
final class ProcessQuota implements Quota {
  private final ServiceLimits limits;
  private final Supplier<Duration> clock;
  private final CallBudget budget;
  private int connections;
  private int exports;
  private @Nullable Pause pause;

  ProcessQuota(ServiceLimits limits, Supplier<Duration> clock) {
    this.limits = requireNonNull(limits, "limits must not be null");
    this.clock = requireNonNull(clock, "clock must not be null");
    this.budget = new CallBudget(limits);
  }

  @Override
  public ServiceLimits limits() {
    return limits;
  }

  @Override
  public Claim claim() {
    return new ProcessClaim();
  }

  /**
   * The service has told somebody to slow down.
   *
   * @param told who waits by itself
   * @param end until when the others wait
   */
  private record Pause(Claim told, Duration end) {}

  /** All of it under the lock of the quota. */
  private final class ProcessClaim implements Claim {
    private boolean connected;
    private boolean connectedForThisCall;
    private boolean building;

    @Override
    public Optional<LimitReached> take(boolean mayBuild, int spareCalls) {
      synchronized (ProcessQuota.this) {
        if (mayBuild && !building) {
          if (exports >= limits.exports()) {
            return Optional.of(LimitReached.untilSomebodyIsDone(LimitReached.Limit.EXPORTS, false));
          }
          exports++;
          building = true;
        }
        if (!connected && connections >= limits.connections()) {
          return Optional.of(
              LimitReached.untilSomebodyIsDone(LimitReached.Limit.CONNECTIONS, false));
        }
        Duration now = clock.get();
        if (pause != null && pause.told() != this && isPositive(pause.end().minus(now))) {
          Duration left = pause.end().minus(now);
          return Optional.of(LimitReached.lasting(LimitReached.Limit.PAUSE, false, left));
        }
        Duration wait = budget.take(spareCalls, now);
        if (isPositive(wait)) {
          return Optional.of(LimitReached.lasting(LimitReached.Limit.CALLS, false, wait));
        }
        connectedForThisCall = !connected;
        if (!connected) {
          connections++;
          connected = true;
        }
        return Optional.empty();
      }
    }

    @Override
    public void end() {
      synchronized (ProcessQuota.this) {
        budget.end(clock.get());
      }
    }

    @Override
    public void giveBackCall() {
      synchronized (ProcessQuota.this) {
        budget.giveBack();
        if (connectedForThisCall) {
          giveBackConnection();
        }
      }
    }

    @Override
    public void slowDown(Duration length) {
      synchronized (ProcessQuota.this) {
        Duration rateWindow = limits.rateWindow();
        Duration end = clock.get().plus(length.compareTo(rateWindow) > 0 ? rateWindow : length);
        if (pause == null || end.compareTo(pause.end()) > 0) {
          pause = new Pause(this, end);
        }
      }
    }

    @Override
    public void giveBackConnection() {
      synchronized (ProcessQuota.this) {
        if (connected) {
          connections--;
          connected = false;
        }
      }
    }

    @Override
    public void giveBackExport() {
      synchronized (ProcessQuota.this) {
        if (building) {
          exports--;
          building = false;
        }
      }
    }
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
