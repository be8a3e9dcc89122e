package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.app.simulation.history.SyncSchedule.Death;
import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.RowsRefusedException;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import dev.vidiexport.spi.TargetHeldException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A database on another machine, whose steps fail or are the last as the sync says. It does what
 * the real ones promise: a change is one step, whoever asks what is committed waits for every
 * COMMIT that is on its way, and a change of a slice waits for an earlier one of the same slice.
 */
final class SimulatedDatabase implements SliceTables {
  private static final int MOST_STEPS_ON_THE_WAY = 30;
  private static final int ODD_SLICES = 9;

  private final SimulatedMachine machine;
  private final SeededChance chance;
  private final Optional<HistoryBug> bug;
  private final boolean refusesOddSlices;
  private final Map<SliceTable, SimulatedTable> tables = new LinkedHashMap<>();
  private final List<LateCommit> late = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final Set<Slice> refused = new HashSet<>();
  private DatabaseTrouble trouble = DatabaseTrouble.NONE;
  private Optional<String> ledger = Optional.empty();
  private int sync;
  private int seen;
  private int openSinks;
  private boolean isTaken;
  private boolean isInDoubt;

  SimulatedDatabase(SimulatedMachine machine, SeededChance chance, Optional<HistoryBug> bug) {
    this.machine = machine;
    this.chance = chance;
    this.bug = bug;
    this.refusesOddSlices = chance.in(0.1);
  }

  /** What meets the next sync. */
  synchronized void begin(DatabaseTrouble next) {
    trouble = next;
    sync++;
    seen = 0;
    openSinks = 0;
    isTaken = false;
    isInDoubt = false;
    refused.clear();
    findings.clear();
  }

  /** Another process has the tables. */
  synchronized void holdByAnother() {
    isTaken = true;
  }

  /** The process has ended; what an earlier one had sent is not on its way so long. */
  synchronized void end(Death death) {
    if (death == Death.NONE && openSinks != 0) {
      findings.add("%s sinks are left open".formatted(openSinks));
    }
    List.copyOf(late).stream().filter(each -> each.sync() < sync).forEach(this::finish);
  }

  /** What nobody should have asked for. */
  synchronized List<String> findings() {
    return List.copyOf(findings);
  }

  /** All that is there. */
  synchronized List<String> entries() {
    List<String> entries = new ArrayList<>();
    tables.forEach(
        (name, table) -> {
          for (Slice slice : table.slices()) {
            entries.add("%s %s %s".formatted(name, table.record(slice), table.rows(slice).size()));
          }
        });
    return entries;
  }

  synchronized SimulatedTable table(SliceTable name) {
    return tables.computeIfAbsent(name, made -> new SimulatedTable());
  }

  /** The names of all tables. */
  synchronized Set<SliceTable> names() {
    return Set.copyOf(tables.keySet());
  }

  /** Whether something is committed, or will be when what is on its way has come. */
  synchronized boolean willHave(SliceTable name, CommittedSlice wanted) {
    return table(name).record(wanted.slice()).equals(Optional.of(wanted))
        || late.stream()
            .filter(LateCommit::isCarriedOut)
            .map(LateCommit::change)
            .anyMatch(change -> change.table().equals(name) && change.slice().equals(wanted));
  }

  /** Whether a process was told in this sync that nobody knows whether something is done. */
  synchronized boolean isInDoubt() {
    return isInDoubt;
  }

  /** Whether rows of a slice were refused in this sync. */
  synchronized boolean hasRefused(Slice slice) {
    return refused.contains(slice);
  }

  @Override
  public Optional<String> problemWith(String address, SliceTable table) {
    return Optional.empty();
  }

  @Override
  public void check(SliceTarget target) {
    throw new AssertionError("A sync tries nothing out");
  }

  @Override
  public SliceReader read(SliceTarget target) {
    throw new AssertionError("A sync reads nothing back");
  }

  @Override
  public synchronized SliceWriter write(SliceTarget target) throws IOException {
    if (isTaken) {
      machine.reach(HistoryFault.TABLES_HELD);
      throw new TargetHeldException("Another run writes to the tables.");
    }
    reach(DatabaseStep.TAKE);
    if (!ledger.or(target::ledger).equals(target.ledger())) {
      findings.add("comes with another ledger");
    }
    ledger = target.ledger();
    isTaken = true;
    return new DatabaseWriter(this);
  }

  /** Whoever had the tables lets go of them. */
  synchronized void letGo() {
    isTaken = false;
  }

  /** A sink is opened, or one is closed. */
  synchronized void countSink(int more) {
    openSinks += more;
  }

  /** A step that changes nothing. */
  synchronized void reach(DatabaseStep step) throws IOException {
    machine.requireAlive();
    others();
    if (isTheOne(step)) {
      if (trouble.end() != DatabaseTrouble.End.FAILS) {
        machine.die(Death.KILLED, HistoryFault.KILLED_AT_THE_DATABASE);
      }
      throw failed(step);
    }
  }

  private boolean isTheOne(DatabaseStep step) {
    boolean isRemoval =
        step == DatabaseStep.REMOVE
            && trouble.step() == DatabaseStep.PUBLISH
            && seen < trouble.number();
    if (isRemoval) {
      seen = trouble.number();
    }
    return isRemoval || (trouble.step() == step && ++seen == trouble.number());
  }

  private IOException failed(DatabaseStep step) {
    machine.failTarget(step.failure());
    return new IOException("the server has closed the connection");
  }

  /** Meanwhile something arrives, or does not yet. */
  private void others() {
    late.replaceAll(LateCommit::afterStep);
    List.copyOf(late).stream().filter(each -> each.stepsLeft() <= 0).forEach(this::finish);
  }

  private void finish(LateCommit commit) {
    late.remove(commit);
    if (commit.isCarriedOut()) {
      machine.reach(HistoryFault.LATE_COMMIT_CARRIED_OUT);
      carryOut(commit.change());
    } else {
      machine.reach(HistoryFault.LATE_COMMIT_UNDONE);
    }
  }

  private void carryOut(TableChange change) {
    boolean isWidened =
        table(change.table())
            .carryOut(change, bug.filter(HistoryBug.LEAVES_EARLIER_ROWS::equals).isPresent());
    if (isWidened) {
      machine.reach(HistoryFault.COLUMN_WIDENED);
    }
  }

  /** Tells what is committed, and waits for what may still come. */
  synchronized Optional<CommittedSlice> committed(SliceTable name, Slice slice) throws IOException {
    reach(DatabaseStep.FIND);
    if (!late.isEmpty() && bug.filter(HistoryBug.AWAITS_NO_COMMIT::equals).isEmpty()) {
      machine.reach(HistoryFault.LATE_COMMIT_AWAITED);
      List.copyOf(late).forEach(this::finish);
    }
    return table(name).record(slice);
  }

  /** Refuses what no database of this kind could keep, whatever is in it. */
  synchronized void refuseColumns(Slice slice) throws IOException {
    if (isOdd(slice) && slice.id().hashCode() % 2 == 0) {
      throw refused(slice, HistoryFault.COLUMNS_REFUSED);
    }
  }

  private boolean isOdd(Slice slice) {
    return refusesOddSlices && slice.id().hashCode() % ODD_SLICES == 0;
  }

  private RowsRefusedException refused(Slice slice, HistoryFault fault) {
    machine.reach(fault);
    refused.add(slice);
    return new RowsRefusedException("a text has a character that the server does not know");
  }

  /** Does something in one step, or not at all. */
  synchronized void change(DatabaseStep step, TableChange change) throws IOException {
    machine.requireAlive();
    others();
    Slice slice = change.slice().slice();
    List.copyOf(late).stream()
        .filter(each -> each.change().slice().slice().equals(slice))
        .forEach(this::finish);
    if (step == DatabaseStep.PUBLISH
        && (isOdd(slice) || chance.in(trouble.refusedShare() / 100.0))) {
      throw refused(slice, HistoryFault.ROWS_REFUSED);
    }
    table(change.table()).problemWith(change).ifPresent(findings::add);
    boolean isReplaced = !table(change.table()).rows(slice).isEmpty();
    if (isTheOne(step)) {
      end(step, change);
    } else {
      carryOut(change);
    }
    if (isReplaced) {
      machine.reach(
          step == DatabaseStep.REMOVE ? HistoryFault.ROWS_REMOVED : HistoryFault.ROWS_REPLACED);
    }
  }

  /** The one that does not end well. */
  private void end(DatabaseStep step, TableChange change) throws IOException {
    switch (trouble.end()) {
      case FAILS -> throw failed(step);
      case DIES -> machine.die(Death.KILLED, HistoryFault.KILLED_BEFORE_A_COMMIT);
      case DIES_WHEN_DONE -> {
        carryOut(change);
        machine.die(Death.KILLED, HistoryFault.KILLED_AFTER_A_COMMIT);
      }
      case DIES_WITH_A_COMMIT_ON_ITS_WAY -> {
        send(change);
        machine.die(Death.KILLED, HistoryFault.KILLED_WITH_A_COMMIT_ON_ITS_WAY);
      }
      case LOSES_THE_CONNECTION_WHEN_DONE -> {
        carryOut(change);
        throw inDoubt(HistoryFault.CONNECTION_LOST_AFTER_A_COMMIT);
      }
      case LOSES_THE_CONNECTION_BEFORE ->
          throw inDoubt(HistoryFault.CONNECTION_LOST_BEFORE_A_COMMIT);
      case LOSES_THE_CONNECTION_WITH_A_COMMIT_ON_ITS_WAY -> {
        send(change);
        throw inDoubt(HistoryFault.CONNECTION_LOST_WITH_A_COMMIT_ON_ITS_WAY);
      }
    }
  }

  private void send(TableChange change) {
    late.add(
        new LateCommit(change, sync, chance.in(0.6), chance.between(1, MOST_STEPS_ON_THE_WAY)));
  }

  private CommitUncertainException inDoubt(HistoryFault fault) {
    machine.failTarget(fault);
    isInDoubt = true;
    return new CommitUncertainException(
        "the connection was lost at the COMMIT", new IOException("connection reset"));
  }
}
