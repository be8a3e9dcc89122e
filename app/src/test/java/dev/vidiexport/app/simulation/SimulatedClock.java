package dev.vidiexport.app.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a machine, which passes only when a run waits, and its date, which can jump. */
final class SimulatedClock {
  /** Half an hour before the clocks of Europe are put forward. */
  private static final Instant BEGIN = Instant.parse("2026-03-29T00:30:00Z");

  private final Duration jumpAt;
  private final Duration jump;
  private final ReachedFaults faults;
  private final Turns turns;
  private Runnable passing = () -> {};

  SimulatedClock(Schedule schedule, ReachedFaults faults, Turns turns) {
    this.jumpAt = schedule.process().jumpAt();
    this.jump = schedule.process().jump();
    this.faults = faults;
    this.turns = turns;
  }

  /** What happens elsewhere whenever a run has waited; said before any begins. */
  void onPassing(Runnable action) {
    passing = action;
  }

  /** The time since the simulation began. From any thread, without waiting. */
  Duration elapsed() {
    return turns.now();
  }

  /** Has the run that has the turn wait, unless it is woken. */
  void pass(Duration time) {
    if (!time.isNegative()) {
      turns.waitUntil(elapsed().plus(time));
      passing.run();
    }
  }

  /** Ends the wait of a run, if it waits. From any thread. */
  void wake(int run) {
    turns.wake(run);
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
