package dev.vidiexport.app.simulation;

import dev.vidiexport.app.staging.SimulatedDisk;
import dev.vidiexport.app.staging.SimulatedDisk.Operation;
import dev.vidiexport.app.staging.SimulatedDisk.Script;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The disk of one run, with what stands on it before. Its operations fail, or are the last, as a
 * schedule says. Thread-safe.
 */
final class ScriptedDisk implements Script {
  private final DiskSchedule diskSchedule;
  private final ReachedFaults faults;
  private final Path output;
  private final SimulatedDisk disk;
  private final Countdown failure;
  private final Countdown crash;
  private boolean dead;
  private boolean healed;

  ScriptedDisk(RunSchedule run, Optional<PlantedBug> bug, ReachedFaults faults) {
    this.diskSchedule = run.disk();
    this.faults = faults;
    this.failure = new Countdown(diskSchedule.fails());
    this.crash = new Countdown(diskSchedule.crashes());
    this.output = SimulatedRun.output(run);
    boolean forces = bug.map(PlantedBug::forces).orElse(true);
    this.disk = new SimulatedDisk(SimulatedRun.FOLDER, this, forces);
    if (run.earlierFile()) {
      disk.put(output, SimulatedRun.EARLIER_CONTENT);
    }
    if (diskSchedule.hasLitter()) {
      disk.putStaging(output, false);
    }
    if (diskSchedule.hasRival()) {
      disk.putStaging(output, true);
    }
  }

  SimulatedDisk disk() {
    return disk;
  }

  /** Whether the machine has crashed. */
  synchronized boolean isDead() {
    return dead;
  }

  /**
   * Starts a machine that has crashed again, with what its disk has kept.
   *
   * @return whether names got to the disk in order, without which a staging folder can be there and
   *     its lock not
   */
  synchronized boolean restart(SeededChance chance) {
    SimulatedDisk.Loss loss = disk.cutPower(chance.random());
    if (loss.ofBytes()) {
      faults.reach(Fault.CRASH_LOST_BYTES);
    }
    if (loss.ofNames()) {
      faults.reach(loss.inOrder() ? Fault.CRASH_LOST_NAMES : Fault.CRASH_LOST_NAMES_OUT_OF_ORDER);
    }
    return loss.inOrder() || !loss.ofNames();
  }

  /** Nothing fails any more. */
  synchronized void heal() {
    healed = true;
  }

  @Override
  public synchronized void before(Operation operation) throws IOException {
    if (healed) {
      return;
    }
    if (dead || crash.hasCome(operation)) {
      dead = true;
      faults.reach(Fault.CRASHED);
      throw new Crash();
    }
    if (diskSchedule.takesName() && disk.content(output) == null && operation == Operation.FORCE) {
      faults.reach(Fault.NAME_TAKEN_MEANWHILE);
      disk.put(output, SimulatedRun.CONTENT_OF_ANOTHER);
    }
    if (diskSchedule.hasNoLinks() && operation == Operation.LINK) {
      faults.reach(Fault.NO_LINKS);
      throw new UnsupportedOperationException();
    }
    if (failure.hasCome(operation)) {
      fail(operation);
    }
  }

  private void fail(Operation operation) throws IOException {
    switch (operation) {
      case LOOK -> refuse(Fault.LOOK_FAILED, "Input/output error");
      case CREATE -> refuse(Fault.CREATE_FAILED, "No space left on device");
      case LOCK -> refuse(Fault.LOCK_FAILED, "No locks available");
      case WRITE -> refuse(Fault.DISK_FULL, "No space left on device");
      case CLOSE -> refuse(Fault.CLOSE_FAILED, "Disk quota exceeded");
      case FORCE -> refuse(Fault.FORCE_FAILED, "Input/output error");
      case FORCE_FOLDER -> refuse(Fault.FORCE_FOLDER_FAILED, "Input/output error");
      case LINK -> refuse(Fault.LINK_FAILED, "Operation not permitted");
      case MOVE -> {
        faults.reach(Fault.MOVE_ACROSS_DEVICES);
        throw new AtomicMoveNotSupportedException("staged", "output", "Invalid cross-device link");
      }
      case DELETE -> refuse(Fault.DELETE_FAILED, "Read-only file system");
    }
  }

  private void refuse(Fault fault, String reason) throws IOException {
    faults.reach(fault);
    throw new FileSystemException("simulated", null, reason);
  }

  /** Stands for the end of the machine: nothing that is asked of the disk afterwards is done. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Waits for a moment, of which there is one at most. */
  private static final class Countdown {
    private final DiskSchedule.Moment moment;
    private int seen;

    Countdown(DiskSchedule.Moment moment) {
      this.moment = moment;
    }

    boolean hasCome(Operation operation) {
      return moment.among().contains(operation) && ++seen == moment.number();
    }
  }
}
