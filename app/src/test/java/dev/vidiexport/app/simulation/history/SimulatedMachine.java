package dev.vidiexport.app.simulation.history;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntSupplier;

/** The machine on which syncs run, and what they have met on it. Thread-safe. */
final class SimulatedMachine {
  private final Set<HistoryFault> reached = EnumSet.noneOf(HistoryFault.class);
  private SyncSchedule.Death death = SyncSchedule.Death.NONE;
  private boolean hasTargetFailed;
  private boolean hasLedgerFailed;
  private IntSupplier otherCalls = () -> 0;
  private Runnable deathWatch = () -> {};

  /**
   * A process begins.
   *
   * @param others how many calls are under way beside what is done now
   */
  synchronized void begin(IntSupplier others) {
    otherCalls = others;
    deathWatch = () -> {};
    death = SyncSchedule.Death.NONE;
    hasTargetFailed = false;
    hasLedgerFailed = false;
  }

  /** Who looks at what a process leaves at the moment in which it ends. */
  synchronized void onDeath(Runnable watch) {
    deathWatch = watch;
  }

  synchronized void reach(HistoryFault fault) {
    reached.add(fault);
    if (otherCalls.getAsInt() > 0) {
      fault.besideCall().ifPresent(reached::add);
    }
  }

  synchronized Set<HistoryFault> reached() {
    Set<HistoryFault> copy = EnumSet.noneOf(HistoryFault.class);
    copy.addAll(reached);
    return copy;
  }

  /** Ends the process, and what it was about to do. */
  synchronized void die(SyncSchedule.Death how, HistoryFault where) {
    death = how;
    reach(where);
    if (how == SyncSchedule.Death.MACHINE_OFF && otherCalls.getAsInt() > 0) {
      reached.add(HistoryFault.MACHINE_OFF_BESIDE_A_CALL);
    }
    deathWatch.run();
    throw new SimulatedDeath();
  }

  /** Nothing is done for a process that has ended. */
  synchronized void requireAlive() {
    if (death != SyncSchedule.Death.NONE) {
      throw new SimulatedDeath();
    }
  }

  synchronized SyncSchedule.Death death() {
    return death;
  }

  synchronized void failTarget(HistoryFault fault) {
    hasTargetFailed = true;
    reach(fault);
  }

  synchronized void failLedger(HistoryFault fault) {
    hasLedgerFailed = true;
    reach(fault);
  }

  /** Whether the disk or the database has refused anything to the process. */
  synchronized boolean hasTargetFailed() {
    return hasTargetFailed;
  }

  /** Whether the ledger has refused anything to it. */
  synchronized boolean hasLedgerFailed() {
    return hasLedgerFailed;
  }
}
