package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.app.staging.SimulatedDisk.Operation;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.planning.PlanOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What happens around one sync.
 *
 * @param pause how long after the one before it begins
 * @param disk what meets its disk, where its files are
 * @param database what meets its database, where its rows are in tables
 * @param ledger what meets its ledger
 * @param service what meets its calls
 * @param isHeld whether another process holds the target
 * @param order which windows come first
 * @param longest {@code --max-duration}
 * @param retryRefused {@code --retry-refused}
 * @param acceptLoss {@code --accept-loss}
 * @param waitsForDue whether there is no {@code --no-wait}
 * @param start {@code --start}
 * @param end {@code --end}
 */
record SyncSchedule(
    Duration pause,
    DiskTrouble disk,
    DatabaseTrouble database,
    LedgerTrouble ledger,
    ServiceTrouble service,
    boolean isHeld,
    PlanOrder order,
    Optional<Duration> longest,
    boolean retryRefused,
    boolean acceptLoss,
    boolean waitsForDue,
    Optional<LocalDate> start,
    Optional<LocalDate> end) {
  /** More than most syncs ask of a disk, of which few slices are asked for. */
  private static final int OPERATIONS = 450;

  private static final int NOTES = 45;

  /** Those before the first slice is asked for, and little more. */
  private static final int FIRST_NOTES = 9;

  private static final int NEVER = 0;

  /** How a sync ends that does not end by itself. */
  enum Death {
    NONE,
    KILLED,
    MACHINE_OFF
  }

  /**
   * What the disk does.
   *
   * @param among the operations that count
   * @param number which of them fails or is the last, from 1; 0 for none
   * @param death whether it is the last; otherwise it fails
   */
  record DiskTrouble(List<Operation> among, int number, Death death, boolean hasNoLinks) {
    static final DiskTrouble NONE = new DiskTrouble(List.of(), NEVER, Death.NONE, false);

    static DiskTrouble of(SeededChance chance) {
      boolean hasNoLinks = chance.in(0.06);
      if (chance.in(0.55)) {
        return new DiskTrouble(List.of(), NEVER, Death.NONE, hasNoLinks);
      }
      Death death =
          chance.in(0.35) ? Death.NONE : chance.in(0.5) ? Death.KILLED : Death.MACHINE_OFF;
      List<Operation> all = List.of(Operation.values());
      if (chance.in(0.5)) {
        return new DiskTrouble(all, chance.between(1, OPERATIONS), death, hasNoLinks);
      }
      Operation one = chance.oneOf(all);
      return new DiskTrouble(List.of(one), chance.between(1, most(one)), death, hasNoLinks);
    }

    /** Of some there are no more than this in most syncs. */
    private static int most(Operation operation) {
      return switch (operation) {
        case MOVE -> 1;
        case LINK -> 3;
        case CLOSE, FORCE -> 8;
        case LOOK, CREATE, LOCK, WRITE, FORCE_FOLDER, DELETE -> OPERATIONS / 20;
      };
    }
  }

  /**
   * What the ledger does.
   *
   * @param number which note fails or is the last, from 1; 0 for none
   * @param death whether it is the last; otherwise it fails
   * @param isAfter whether the last note is made
   * @param copyFails whether it cannot be copied
   */
  record LedgerTrouble(int number, Death death, boolean isAfter, boolean copyFails) {
    static final LedgerTrouble NONE = new LedgerTrouble(NEVER, Death.NONE, false, false);

    static LedgerTrouble of(SeededChance chance) {
      boolean copyFails = chance.in(0.05);
      if (chance.in(0.7)) {
        return new LedgerTrouble(NEVER, Death.NONE, false, copyFails);
      }
      Death death = chance.in(0.3) ? Death.NONE : chance.in(0.6) ? Death.KILLED : Death.MACHINE_OFF;
      int last = chance.in(0.25) ? FIRST_NOTES : NOTES;
      return new LedgerTrouble(chance.between(1, last), death, chance.in(0.5), copyFails);
    }
  }

  /**
   * A sync that something may meet.
   *
   * @param databaseChance decides what meets its database
   */
  static SyncSchedule of(SeededChance chance, SeededChance databaseChance, boolean mayPauseLong) {
    boolean isPart = chance.in(0.08);
    LocalDate day = HistoryProject.FIRST_DAY.plusDays(chance.between(0, 8));
    return new SyncSchedule(
        pause(chance, mayPauseLong),
        DiskTrouble.of(chance),
        DatabaseTrouble.of(databaseChance),
        LedgerTrouble.of(chance),
        ServiceTrouble.of(chance),
        chance.in(0.04),
        chance.in(0.5) ? PlanOrder.NEWEST_FIRST : PlanOrder.OLDEST_FIRST,
        chance.in(0.08) ? Optional.of(chance.seconds(0, 300)) : Optional.empty(),
        chance.in(0.1),
        chance.in(0.2),
        chance.in(0.5),
        isPart ? Optional.of(day) : Optional.empty(),
        isPart ? Optional.of(day.plusDays(chance.between(0, 4))) : Optional.empty());
  }

  /** Whether a window touches the days that are selected. */
  boolean selects(TimeWindow window) {
    return start.filter(window.lastDay()::isBefore).isEmpty()
        && end.filter(window.firstDay()::isAfter).isEmpty();
  }

  private static Duration pause(SeededChance chance, boolean mayPauseLong) {
    if (mayPauseLong && chance.in(0.3)) {
      return Duration.ofDays(33);
    }
    return chance.oneOf(
        List.of(
            Duration.ofMinutes(1),
            Duration.ofHours(2),
            Duration.ofHours(9),
            Duration.ofHours(23),
            Duration.ofDays(1),
            Duration.ofDays(2)));
  }

  /** A sync that nothing meets. */
  static SyncSchedule calm(Duration pause) {
    return new SyncSchedule(
        pause,
        DiskTrouble.NONE,
        DatabaseTrouble.NONE,
        LedgerTrouble.NONE,
        ServiceTrouble.NONE,
        false,
        PlanOrder.NEWEST_FIRST,
        Optional.empty(),
        true,
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }
}
