package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.app.simulation.history.SyncSchedule.Death;
import dev.vidiexport.app.simulation.history.SyncSchedule.DiskTrouble;
import dev.vidiexport.app.staging.SimulatedDisk;
import dev.vidiexport.app.staging.SimulatedDisk.Operation;
import dev.vidiexport.app.staging.SimulatedDisk.Script;
import dev.vidiexport.app.staging.TargetFolder;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** The disk with the target, whose operations fail or are the last as the sync says. */
final class HistoryDisk implements Script {
  static final Path TARGET = Path.of("/simulated/audience");
  static final Path OWN = TARGET.resolve(TargetFolder.OWN);

  private static final Path LOCK = OWN.resolve("lock");

  private final SimulatedMachine machine;
  private final SimulatedDisk disk;
  private DiskTrouble trouble = DiskTrouble.NONE;
  private int seen;
  private boolean mayHoldLitter;

  HistoryDisk(SimulatedMachine machine, Optional<HistoryBug> bug) {
    this.machine = machine;
    this.disk =
        new SimulatedDisk(
            TARGET.getParent(), this, bug.filter(HistoryBug.FORCES_NOTHING::equals).isEmpty());
  }

  SimulatedDisk disk() {
    return disk;
  }

  /** What meets the next sync. */
  synchronized void begin(DiskTrouble next) {
    trouble = next;
    seen = 0;
  }

  /** Another process holds the target, if there is one yet. */
  boolean hold() {
    boolean isThere = disk.isFile(LOCK);
    if (isThere) {
      disk.holdByAnother(LOCK);
    }
    return isThere;
  }

  /** Whether names were lost so that a staging folder can have lost its lock. */
  boolean mayHoldLitter() {
    return mayHoldLitter;
  }

  /**
   * What comes after the death of a process. Where folders could not be forced, nothing can be said
   * of names after the machine was off.
   */
  void restart(Death death, SeededChance chance) {
    if (death == Death.KILLED || machine.reached().contains(HistoryFault.FORCE_FOLDER_FAILED)) {
      disk.killProcesses();
      return;
    }
    machine.reach(HistoryFault.MACHINE_OFF);
    SimulatedDisk.Loss loss = disk.cutPower(chance.random());
    if (loss.ofBytes()) {
      machine.reach(HistoryFault.MACHINE_OFF_LOST_BYTES);
    }
    if (loss.ofNames()) {
      machine.reach(
          loss.inOrder()
              ? HistoryFault.MACHINE_OFF_LOST_NAMES
              : HistoryFault.MACHINE_OFF_LOST_NAMES_OUT_OF_ORDER);
      mayHoldLitter |= !loss.inOrder();
    }
  }

  @Override
  public synchronized void before(Operation operation) throws IOException {
    machine.requireAlive();
    if (trouble.hasNoLinks() && operation == Operation.LINK) {
      machine.reach(HistoryFault.NO_LINKS);
      throw new UnsupportedOperationException();
    }
    if (trouble.among().contains(operation) && ++seen == trouble.number()) {
      if (trouble.death() == Death.NONE) {
        fail(operation);
      }
      machine.die(trouble.death(), HistoryFault.KILLED_AT_THE_DISK);
    }
  }

  private void fail(Operation operation) throws IOException {
    switch (operation) {
      case LOOK -> refuse(HistoryFault.LOOK_FAILED, "Input/output error");
      case CREATE -> refuse(HistoryFault.CREATE_FAILED, "No space left on device");
      case LOCK -> refuse(HistoryFault.LOCK_FAILED, "No locks available");
      case WRITE -> refuse(HistoryFault.DISK_FULL, "No space left on device");
      case CLOSE -> refuse(HistoryFault.CLOSE_FAILED, "Disk quota exceeded");
      case FORCE -> refuse(HistoryFault.FORCE_FAILED, "Input/output error");
      case FORCE_FOLDER -> refuse(HistoryFault.FORCE_FOLDER_FAILED, "Input/output error");
      case LINK -> refuse(HistoryFault.LINK_FAILED, "Operation not permitted");
      case MOVE -> {
        machine.failTarget(HistoryFault.MOVE_FAILED);
        throw new AtomicMoveNotSupportedException("staged", "output", "Invalid cross-device link");
      }
      case DELETE -> refuse(HistoryFault.DELETE_FAILED, "Read-only file system");
    }
  }

  private void refuse(HistoryFault fault, String reason) throws IOException {
    machine.failTarget(fault);
    throw new FileSystemException("simulated", null, reason);
  }
}
