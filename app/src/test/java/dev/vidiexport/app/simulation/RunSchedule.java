package dev.vidiexport.app.simulation;

import java.time.Duration;
import java.util.List;

/**
 * What is planned for one run; all of it follows from the seed.
 *
 * @param number tells the run from the others of its process; from 1
 * @param begin when it begins
 * @param cancelledAt when it is told to end, and no other run is
 * @param pace how it waits
 * @param forceRebuild whether a rebuild is asked for
 * @param overwrite whether an existing file may be replaced
 * @param earlierFile whether there is one
 * @param format what is written
 * @param calls what may meet its calls
 * @param exports what becomes of the builds at the service
 * @param disk what the disk does
 */
record RunSchedule(
    long seed,
    int number,
    Duration begin,
    Duration cancelledAt,
    Pace pace,
    boolean forceRebuild,
    boolean overwrite,
    boolean earlierFile,
    Format format,
    CallSchedule calls,
    ExportSchedule exports,
    DiskSchedule disk) {
  /** A run that begins with its process, and is never cancelled alone. */
  static RunSchedule of(long seed, int number, Pace pace, SeededChance chance) {
    boolean stormy = chance.in(0.15);
    boolean earlierFile = chance.in(0.4);
    ExportSchedule exports = ExportSchedule.of(chance);
    return new RunSchedule(
        seed,
        number,
        Duration.ZERO,
        Schedule.NEVER,
        pace,
        chance.in(0.3),
        earlierFile || chance.in(0.3),
        earlierFile,
        chance.in(0.6) ? Format.CSV : chance.oneOf(List.of(Format.values())),
        CallSchedule.of(chance, stormy),
        exports,
        exports.isLarge() ? DiskSchedule.CALM : DiskSchedule.of(chance));
  }

  /** The same run on a machine that does not crash, at another time. */
  RunSchedule at(Duration begin, Duration cancelledAt, Duration deadline) {
    return new RunSchedule(
        seed,
        number,
        begin,
        cancelledAt,
        pace.withDeadline(deadline),
        forceRebuild,
        overwrite,
        earlierFile,
        format,
        calls,
        exports,
        disk.withoutCrash());
  }

  /** The same run on a calm day, after whatever happened. */
  RunSchedule calm() {
    return new RunSchedule(
        seed,
        number,
        Duration.ZERO,
        Schedule.NEVER,
        Pace.CALM,
        false,
        true,
        false,
        format,
        CallSchedule.CALM,
        ExportSchedule.CALM,
        DiskSchedule.CALM);
  }

  /** Chance for one purpose of this run. */
  SeededChance chance(String purpose) {
    return SeededChance.of(seed, number == 1 ? purpose : purpose + " of run " + number);
  }
}
