package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.ColumnSpan;
import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.coverage.SliceFacts;
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

/** A ledger for the threads of a sync: one at a time has it, for one step. Thread-safe. */
final class LockedLedger implements Ledger {
  private final Ledger ledger;

  LockedLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public synchronized Optional<String> id() {
    return ledger.id();
  }

  @Override
  public synchronized Optional<String> host() {
    return ledger.host();
  }

  @Override
  public synchronized Optional<Instant> lastRun() {
    return ledger.lastRun();
  }

  @Override
  public synchronized List<LedgerExport> exports() {
    return ledger.exports();
  }

  @Override
  public synchronized void slices(String export, Consumer<SliceRecord> visitor) {
    ledger.slices(export, visitor);
  }

  @Override
  public synchronized Optional<TimeWindow> windowAfter(String export, Optional<TimeWindow> last) {
    return ledger.windowAfter(export, last);
  }

  @Override
  public synchronized List<SliceRecord> slicesIn(String export, TimeWindow window) {
    return ledger.slicesIn(export, window);
  }

  @Override
  public synchronized Optional<SliceFacts> facts(SliceKey key) {
    return ledger.facts(key);
  }

  @Override
  public synchronized Optional<Instant> askedAt(SliceKey key) {
    return ledger.askedAt(key);
  }

  @Override
  public synchronized List<SliceRecord> withoutFacts(String export, int most) {
    return ledger.withoutFacts(export, most);
  }

  @Override
  public synchronized void coverage(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor) {
    ledger.coverage(export, start, end, visitor);
  }

  @Override
  public synchronized List<ColumnSpan> columnSpans(String export) {
    return ledger.columnSpans(export);
  }

  @Override
  public synchronized Optional<RowSpan> rowSpan(String export) {
    return ledger.rowSpan(export);
  }

  @Override
  public synchronized void uploads(Consumer<SeenUpload> visitor) {
    ledger.uploads(visitor);
  }

  @Override
  public synchronized Set<String> told(String export) {
    return ledger.told(export);
  }

  @Override
  public synchronized Optional<Topology> topology() {
    return ledger.topology();
  }

  @Override
  public synchronized void topologyChanges(Consumer<SeenObject> visitor) {
    ledger.topologyChanges(visitor);
  }

  @Override
  public synchronized void absences(Consumer<Absence> visitor) {
    ledger.absences(visitor);
  }

  @Override
  public synchronized void noteRun(RunStart start) {
    ledger.noteRun(start);
  }

  @Override
  public synchronized void noteTopology(Topology topology, Instant seenAt) {
    ledger.noteTopology(topology, seenAt);
  }

  @Override
  public synchronized void noteTagging(TagAssignments tags, Instant seenAt) {
    ledger.noteTagging(tags, seenAt);
  }

  @Override
  public synchronized void noteAsked(SliceKey key, Instant at) {
    ledger.noteAsked(key, at);
  }

  @Override
  public synchronized void notePublishing(
      SliceKey key,
      SliceAnswer answer,
      ExportIdentity identity,
      List<NumberedColumn> columns,
      SliceFacts facts) {
    ledger.notePublishing(key, answer, identity, columns, facts);
  }

  @Override
  public synchronized void notePublished(SliceKey key, Instant at) {
    ledger.notePublished(key, at);
  }

  @Override
  public synchronized void noteUnpublished(SliceKey key) {
    ledger.noteUnpublished(key);
  }

  @Override
  public synchronized void noteEmpty(
      SliceKey key, SliceAnswer answer, SliceFacts facts, Instant at) {
    ledger.noteEmpty(key, answer, facts, at);
  }

  @Override
  public synchronized void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
    ledger.noteUnchanged(key, answer, at);
  }

  @Override
  public synchronized void noteFacts(SliceKey key, SliceFacts facts) {
    ledger.noteFacts(key, facts);
  }

  @Override
  public synchronized void noteExpected(
      String export, Set<PlaceId> places, BiFunction<PlaceId, TimeWindow, OptionalLong> expected) {
    ledger.noteExpected(export, places, expected);
  }

  @Override
  public synchronized void noteLost(SliceKey key) {
    ledger.noteLost(key);
  }

  @Override
  public synchronized void noteStale(SliceKey key) {
    ledger.noteStale(key);
  }

  @Override
  public synchronized void noteTold(String export, String fact) {
    ledger.noteTold(export, fact);
  }

  @Override
  public synchronized void noteFailed(SliceKey key, SliceFailure failure) {
    ledger.noteFailed(key, failure);
  }

  @Override
  public synchronized void noteHalved(SliceKey whole, SliceKey first, SliceKey second) {
    ledger.noteHalved(whole, first, second);
  }

  @Override
  public synchronized void noteRetired(String export, List<SliceKey> retired) {
    ledger.noteRetired(export, retired);
  }

  @Override
  public synchronized void forget(String export, List<SliceKey> slices) {
    ledger.forget(export, slices);
  }

  @Override
  public synchronized List<Publication> publications() {
    return ledger.publications();
  }

  @Override
  public synchronized void backUp(Instant at) {
    ledger.backUp(at);
  }

  @Override
  public synchronized void close() {
    ledger.close();
  }
}
