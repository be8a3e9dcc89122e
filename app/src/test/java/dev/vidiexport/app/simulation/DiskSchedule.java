package dev.vidiexport.app.simulation;

import dev.vidiexport.app.staging.SimulatedDisk.Operation;
import java.util.List;

/**
 * What the disk does.
 *
 * @param fails the operation that fails
 * @param crashes the operation that the machine does not survive
 * @param hasNoLinks whether it knows no second names
 * @param takesName whether another program takes the name of the output meanwhile
 * @param hasLitter whether a run that died left a staging folder
 * @param hasRival whether another run is writing the same output
 */
record DiskSchedule(
    Moment fails,
    Moment crashes,
    boolean hasNoLinks,
    boolean takesName,
    boolean hasLitter,
    boolean hasRival) {
  /** More than a run with one attempt asks of a disk. */
  private static final int OPERATIONS = 55;

  private static final Moment NEVER = new Moment(List.of(), 0);

  static final DiskSchedule CALM = new DiskSchedule(NEVER, NEVER, false, false, false, false);

  static DiskSchedule of(SeededChance chance) {
    boolean fails = chance.in(0.2);
    return new DiskSchedule(
        fails ? Moment.of(chance) : NEVER,
        !fails && chance.in(0.12) ? Moment.of(chance) : NEVER,
        chance.in(0.05),
        chance.in(0.03),
        chance.in(0.05),
        chance.in(0.01));
  }

  DiskSchedule withoutCrash() {
    return new DiskSchedule(fails, NEVER, hasNoLinks, takesName, hasLitter, hasRival);
  }

  /**
   * One of the operations of a run.
   *
   * @param among those that count
   * @param number which of them, from 1
   */
  record Moment(List<Operation> among, int number) {
    static Moment of(SeededChance chance) {
      List<Operation> all = List.of(Operation.values());
      return chance.in(0.5)
          ? new Moment(all, chance.between(1, OPERATIONS))
          : new Moment(List.of(chance.oneOf(all)), chance.between(1, 2));
    }
  }
}
