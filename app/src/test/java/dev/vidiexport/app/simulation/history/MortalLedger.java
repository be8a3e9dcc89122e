package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.history.SyncSchedule.Death;
import dev.vidiexport.app.simulation.history.SyncSchedule.LedgerTrouble;
import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SeenUpload;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.SeenObject;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The ledger as a process sees it that may die before or after each note, which is what SQLite
 * promises of a transaction, or whose note may fail. What is noted is seen by others, too.
 */
final class MortalLedger implements Ledger {
  private final SimulatedHistory history;
  private final InMemoryLedger ledger;
  private final SimulatedMachine machine;
  private final LedgerTrouble trouble;
  private final LedgerWatch watch;
  private int notes;

  MortalLedger(SimulatedHistory history, LedgerTrouble trouble) {
    this.history = history;
    this.ledger = history.ledger;
    this.machine = history.machine;
    this.trouble = trouble;
    this.watch = history.watch;
  }

  private void note(Runnable note) {
    machine.requireAlive();
    boolean isTheOne = ++notes == trouble.number();
    if (isTheOne && trouble.death() == Death.NONE) {
      throw refused(HistoryFault.LEDGER_FAILED);
    }
    if (isTheOne && !trouble.isAfter()) {
      machine.die(trouble.death(), HistoryFault.KILLED_BEFORE_A_NOTE);
    }
    note.run();
    if (isTheOne) {
      machine.die(trouble.death(), HistoryFault.KILLED_AFTER_A_NOTE);
    }
  }

  private ExportException refused(HistoryFault fault) {
    machine.failLedger(fault);
    return new ExportException(
        FailureReason.LEDGER_DISK_FULL, "There is no space left for the ledger.");
  }

  private InMemoryLedger read() {
    machine.requireAlive();
    return ledger;
  }

  @Override
  public Optional<String> id() {
    return read().id();
  }

  @Override
  public Optional<String> host() {
    return read().host();
  }

  @Override
  public Optional<Instant> lastRun() {
    return read().lastRun();
  }

  @Override
  public List<LedgerExport> exports() {
    return read().exports();
  }

  @Override
  public void slices(String export, Consumer<SliceRecord> visitor) {
    read().slices(export, visitor);
  }

  @Override
  public Optional<TimeWindow> windowAfter(String export, Optional<TimeWindow> last) {
    return read().windowAfter(export, last);
  }

  @Override
  public List<SliceRecord> slicesIn(String export, TimeWindow window) {
    return read().slicesIn(export, window);
  }

  @Override
  public Optional<SliceFacts> facts(SliceKey key) {
    return read().facts(key);
  }

  @Override
  public Optional<Instant> askedAt(SliceKey key) {
    return read().askedAt(key);
  }

  @Override
  public List<SliceRecord> withoutFacts(String export, int most) {
    return read().withoutFacts(export, most);
  }

  @Override
  public void coverage(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor) {
    read().coverage(export, start, end, visitor);
  }

  @Override
  public List<ColumnSpan> columnSpans(String export) {
    return read().columnSpans(export);
  }

  @Override
  public Optional<RowSpan> rowSpan(String export) {
    return read().rowSpan(export);
  }

  @Override
  public void uploads(Consumer<SeenUpload> visitor) {
    read().uploads(visitor);
  }

  @Override
  public Set<String> told(String export) {
    return read().told(export);
  }

  @Override
  public void noteFacts(SliceKey key, SliceFacts facts) {
    note(() -> ledger.noteFacts(key, facts));
  }

  @Override
  public void noteExpected(
      String export, Set<PlaceId> places, BiFunction<PlaceId, TimeWindow, OptionalLong> expected) {
    note(() -> ledger.noteExpected(export, places, expected));
  }

  @Override
  public void noteLost(SliceKey key) {
    note(() -> ledger.noteLost(key));
  }

  @Override
  public void noteStale(SliceKey key) {
    note(() -> ledger.noteStale(key));
  }

  @Override
  public void noteTold(String export, String fact) {
    note(
        () -> {
          ledger.noteTold(export, fact);
          watch.told();
        });
  }

  @Override
  public Optional<Topology> topology() {
    return read().topology();
  }

  @Override
  public void topologyChanges(Consumer<SeenObject> visitor) {
    read().topologyChanges(visitor);
  }

  @Override
  public void absences(Consumer<Absence> visitor) {
    read().absences(visitor);
  }

  @Override
  public List<Publication> publications() {
    return read().publications();
  }

  @Override
  public void noteRun(RunStart start) {
    note(() -> ledger.noteRun(start));
    watch.begun();
  }

  @Override
  public void noteTopology(Topology topology, Instant seenAt) {
    note(
        () -> {
          ledger.noteTopology(topology, seenAt);
          history.seen.noted(topology, seenAt);
        });
  }

  @Override
  public void noteTagging(TagAssignments tags, Instant seenAt) {
    note(() -> ledger.noteTagging(tags, seenAt));
  }

  @Override
  public void noteAsked(SliceKey key, Instant at) {
    note(
        () -> {
          watch.asked(key);
          watch.answers().asked(key, history.promise.reason(key));
          ledger.noteAsked(key, at);
        });
  }

  @Override
  public void notePublishing(
      SliceKey key,
      SliceAnswer answer,
      ExportIdentity identity,
      List<NumberedColumn> columns,
      SliceFacts facts) {
    if (answer.hasRows()) {
      watch.columns().announced(key, columns);
    }
    note(
        () -> {
          watch.answers().announcing(key, answer, facts);
          ledger.notePublishing(key, answer, identity, columns, facts);
        });
  }

  @Override
  public void notePublished(SliceKey key, Instant at) {
    note(() -> watch.answering(key, at, () -> ledger.notePublished(key, at)));
  }

  @Override
  public void noteUnpublished(SliceKey key) {
    watch.undoing(key);
    note(() -> ledger.noteUnpublished(key));
    machine.reach(HistoryFault.PUBLICATION_UNDONE);
  }

  @Override
  public void noteEmpty(SliceKey key, SliceAnswer answer, SliceFacts facts, Instant at) {
    note(() -> watch.answering(key, at, () -> ledger.noteEmpty(key, answer, facts, at)));
  }

  @Override
  public void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
    note(() -> watch.answering(key, at, () -> ledger.noteUnchanged(key, answer, at)));
    machine.reach(HistoryFault.ANSWER_UNCHANGED);
  }

  @Override
  public void noteFailed(SliceKey key, SliceFailure failure) {
    note(
        () -> {
          ledger.noteFailed(key, failure);
          watch.failed(key, failure);
        });
  }

  @Override
  public void noteHalved(SliceKey whole, SliceKey first, SliceKey second) {
    note(
        () -> {
          ledger.noteHalved(whole, first, second);
          watch.halved(whole, first, second);
        });
    machine.reach(HistoryFault.SLICE_HALVED);
  }

  @Override
  public void noteRetired(String export, List<SliceKey> retired) {
    note(() -> ledger.noteRetired(export, retired));
    if (!retired.isEmpty()) {
      machine.reach(HistoryFault.SLICE_RETIRED);
    }
  }

  @Override
  public void forget(String export, List<SliceKey> slices) {
    note(() -> ledger.forget(export, slices));
    if (!slices.isEmpty()) {
      machine.reach(HistoryFault.SLICE_DROPPED);
    }
  }

  @Override
  public void backUp(Instant at) {
    if (trouble.copyFails()) {
      throw refused(HistoryFault.COPY_OF_LEDGER_FAILED);
    }
    note(() -> ledger.backUp(at));
  }

  @Override
  public void close() {
    ledger.close();
  }
}
