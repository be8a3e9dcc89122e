package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import java.util.List;

/**
 * What a database does to one sync.
 *
 * @param step what it is that does not end well; where it is to publish, the first removal before
 *     does not end well instead, as there are few of them
 * @param number which of these, from 1; 0 for none
 * @param end how it ends
 * @param refusedShare of how many slices in a hundred it refuses the rows, by chance
 */
record DatabaseTrouble(DatabaseStep step, int number, End end, int refusedShare) {
  static final DatabaseTrouble NONE = new DatabaseTrouble(DatabaseStep.TAKE, 0, End.FAILS, 0);

  /** How a step ends; only of a change everything may come true. */
  enum End {
    FAILS,
    /** The process dies before it. */
    DIES,
    /** The process dies after it. */
    DIES_WHEN_DONE,
    /** The process dies, and its COMMIT is carried out later, or never. */
    DIES_WITH_A_COMMIT_ON_ITS_WAY,
    /** The connection is lost at a COMMIT that was carried out. */
    LOSES_THE_CONNECTION_WHEN_DONE,
    /** The connection is lost at a COMMIT that never comes. */
    LOSES_THE_CONNECTION_BEFORE,
    /** The connection is lost, and the COMMIT is carried out later, or never. */
    LOSES_THE_CONNECTION_WITH_A_COMMIT_ON_ITS_WAY
  }

  static DatabaseTrouble of(SeededChance chance) {
    int refused = chance.in(0.12) ? 30 : 0;
    if (chance.in(0.3)) {
      return new DatabaseTrouble(DatabaseStep.TAKE, 0, End.FAILS, refused);
    }
    if (chance.in(0.75)) {
      End end = chance.oneOf(List.of(End.values()));
      int number = chance.between(1, most(DatabaseStep.PUBLISH));
      return new DatabaseTrouble(DatabaseStep.PUBLISH, number, end, refused);
    }
    DatabaseStep step =
        chance.oneOf(
            List.of(
                DatabaseStep.TAKE,
                DatabaseStep.LOOK,
                DatabaseStep.FIND,
                DatabaseStep.FIND,
                DatabaseStep.FIND,
                DatabaseStep.OPEN,
                DatabaseStep.WRITE,
                DatabaseStep.COMPLETE));
    End end = chance.in(0.5) ? End.FAILS : End.DIES;
    return new DatabaseTrouble(step, chance.between(1, most(step)), end, refused);
  }

  /** Of some there are no more than this in most syncs. */
  private static int most(DatabaseStep step) {
    return switch (step) {
      case TAKE, FIND, REMOVE -> 1;
      case LOOK -> 2;
      case OPEN, WRITE, COMPLETE, PUBLISH -> 7;
    };
  }
}
