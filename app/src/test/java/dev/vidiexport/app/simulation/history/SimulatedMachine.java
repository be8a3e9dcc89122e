package dev.vidiexport.app.simulation.history;

import java.util.EnumSet;
import java.util.Set;

/** The machine on which syncs run, and what they have met on it. Thread-safe. */
final class SimulatedMachine {
  private final Set<HistoryFault> reached = EnumSet.noneOf(HistoryFault.class);
  private SyncSchedule.Death death = SyncSchedule.Death.NONE;
  private boolean hasDiskFailed;
  private boolean hasLedgerFailed;

  /** A process begins. */
  synchronized void begin() {
    death = SyncSchedule.Death.NONE;
    hasDiskFailed = false;
    hasLedgerFailed = false;
  }

  synchronized void reach(HistoryFault fault) {
    reached.add(fault);
  }

  synchronized Set<HistoryFault> reached() {
    Set<HistoryFault> copy = EnumSet.noneOf(HistoryFault.class);
    copy.addAll(reached);
    return copy;
  }

  /** Ends the process, and what it was about to do. */
  synchronized void die(SyncSchedule.Death how, HistoryFault where) {
    death = how;
    reached.add(where);
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

  synchronized void failDisk(HistoryFault fault) {
    hasDiskFailed = true;
    reached.add(fault);
  }

  synchronized void failLedger(HistoryFault fault) {
    hasLedgerFailed = true;
    reached.add(fault);
  }

  /** Whether the disk has refused anything to the process. */
  synchronized boolean hasDiskFailed() {
    return hasDiskFailed;
  }

  /** Whether the ledger has refused anything to it. */
  synchronized boolean hasLedgerFailed() {
    return hasLedgerFailed;
  }
}
