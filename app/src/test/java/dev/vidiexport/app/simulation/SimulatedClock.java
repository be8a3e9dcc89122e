package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.Pacer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Time that passes only when somebody waits. At one moment of it the run can be cancelled, as a
 * signal would do it, and at another the date can jump.
 */
final class SimulatedClock implements Pacer {
  /** Half an hour before the clocks of Europe are put forward. */
  private static final Instant BEGIN = Instant.parse("2026-03-29T00:30:00Z");

  private final Duration jumpAt;
  private final Duration jump;
  private final Faults faults;
  private Duration elapsed = Duration.ZERO;
  private Duration signalAt;
  private Runnable signal = () -> {};
  private Runnable passing = () -> {};
  private boolean cancelled;

  SimulatedClock(Schedule schedule, Faults faults) {
    this.jumpAt = schedule.jumpAt();
    this.jump = schedule.jump();
    this.signalAt = schedule.signalAt();
    this.faults = faults;
  }

  /** What a signal does, should one come. */
  synchronized void onSignal(Runnable action) {
    signal = action;
  }

  /** What happens elsewhere whenever time has passed. */
  synchronized void onPassing(Runnable action) {
    passing = action;
  }

  @Override
  public synchronized Duration elapsed() {
    return elapsed;
  }

  @Override
  public synchronized void pause(Duration pause) {
    if (!cancelled) {
      pass(pause);
    }
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
  }

  /** Lets time pass, up to the moment of a signal if that comes first. */
  synchronized void pass(Duration time) {
    if (!time.isNegative()) {
      move(time);
      passing.run();
    }
  }

  private void move(Duration time) {
    Duration until = elapsed.plus(time);
    if (until.compareTo(signalAt) < 0) {
      elapsed = until;
      return;
    }
    if (signalAt.compareTo(elapsed) > 0) {
      elapsed = signalAt;
    }
    signalAt = Schedule.NEVER;
    faults.reach(Fault.CANCELLED);
    signal.run();
  }

  /** Whether the signal has come. */
  synchronized boolean isCancelled() {
    return cancelled;
  }

  /** The date of the machine, which somebody may set. */
  Clock date() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
      }

      @Override
      public Instant instant() {
        Instant date = BEGIN.plus(elapsed());
        if (elapsed().compareTo(jumpAt) < 0) {
          return date;
        }
        faults.reach(Fault.DATE_JUMPED);
        return date.plus(jump);
      }
    };
  }

  /** The date as the service knows it. */
  Instant trueDate() {
    return BEGIN.plus(elapsed());
  }
}
