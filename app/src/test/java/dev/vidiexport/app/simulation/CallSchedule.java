package dev.vidiexport.app.simulation;

import java.util.List;

/**
 * What may meet the calls of a run.
 *
 * @param troubles those that may meet a call
 * @param troubleShare how likely one meets a call
 * @param refusalShare how likely an answer ends the run
 * @param shapeShare how likely an answer looks odd
 */
record CallSchedule(
    List<Fault> troubles, double troubleShare, double refusalShare, double shapeShare) {
  static final CallSchedule CALM = new CallSchedule(List.of(), 0, 0, 0);

  /**
   * Draws a schedule.
   *
   * @param stormy whether trouble meets nearly every call
   */
  static CallSchedule of(SeededChance chance, boolean stormy) {
    return new CallSchedule(
        troubles(chance),
        stormy ? 0.95 : chance.oneOf(List.of(0.0, 0.1, 0.3, 0.5)),
        chance.oneOf(List.of(0.0, 0.0, 0.08)),
        chance.oneOf(List.of(0.1, 0.5)));
  }

  private static List<Fault> troubles(SeededChance chance) {
    List<Fault> all = Fault.of(Fault.Kind.TROUBLE);
    if (chance.in(0.6)) {
      return all;
    }
    return List.of(chance.oneOf(all), chance.oneOf(all), chance.oneOf(all));
  }
}
