package dev.vidiexport.domain.port.flaws;

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

/** Passes everything on to a ledger that is right; what is wrong is made of those that do not. */
class PlainLedger implements Ledger {
  final InMemoryLedger right = new InMemoryLedger();

  List<String> changes() {
    return right.changes().stream().map(InMemoryLedger.Change::toString).toList();
  }

  /** Called whenever it is opened, for the first time and again. */
  void opened() {}

  @Override
  public Optional<String> id() {
    return right.id();
  }

  @Override
  public Optional<String> host() {
    return right.host();
  }

  @Override
  public Optional<Instant> lastRun() {
    return right.lastRun();
  }

  @Override
  public List<LedgerExport> exports() {
    return right.exports();
  }

  @Override
  public void slices(String export, Consumer<SliceRecord> visitor) {
    right.slices(export, visitor);
  }

  @Override
  public Optional<TimeWindow> windowAfter(String export, Optional<TimeWindow> last) {
    return right.windowAfter(export, last);
  }

  @Override
  public List<SliceRecord> slicesIn(String export, TimeWindow window) {
    return right.slicesIn(export, window);
  }

  @Override
  public Optional<SliceFacts> facts(SliceKey key) {
    return right.facts(key);
  }

  @Override
  public Optional<Instant> askedAt(SliceKey key) {
    return right.askedAt(key);
  }

  @Override
  public List<SliceRecord> withoutFacts(String export, int most) {
    return right.withoutFacts(export, most);
  }

  @Override
  public void coverage(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor) {
    right.coverage(export, start, end, visitor);
  }

  @Override
  public List<ColumnSpan> columnSpans(String export) {
    return right.columnSpans(export);
  }

  @Override
  public Optional<RowSpan> rowSpan(String export) {
    return right.rowSpan(export);
  }

  @Override
  public void uploads(Consumer<SeenUpload> visitor) {
    right.uploads(visitor);
  }

  @Override
  public Set<String> told(String export) {
    return right.told(export);
  }

  @Override
  public void noteFacts(SliceKey key, SliceFacts facts) {
    right.noteFacts(key, facts);
  }

  @Override
  public void noteExpected(
      String export, Set<PlaceId> places, BiFunction<PlaceId, TimeWindow, OptionalLong> expected) {
    right.noteExpected(export, places, expected);
  }

  @Override
  public void noteLost(SliceKey key) {
    right.noteLost(key);
  }

  @Override
  public void noteStale(SliceKey key) {
    right.noteStale(key);
  }

  @Override
  public void noteTold(String export, String fact) {
    right.noteTold(export, fact);
  }

  @Override
  public Optional<Topology> topology() {
    return right.topology();
  }

  @Override
  public void topologyChanges(Consumer<SeenObject> visitor) {
    right.topologyChanges(visitor);
  }

  @Override
  public void absences(Consumer<Absence> visitor) {
    right.absences(visitor);
  }

  @Override
  public void close() {
    right.close();
  }

  @Override
  public void noteRun(RunStart start) {
    right.noteRun(start);
  }

  @Override
  public void noteTopology(Topology topology, Instant seenAt) {
    right.noteTopology(topology, seenAt);
  }

  @Override
  public void noteTagging(TagAssignments tags, Instant seenAt) {
    right.noteTagging(tags, seenAt);
  }

  @Override
  public void noteAsked(SliceKey key, Instant at) {
    right.noteAsked(key, at);
  }

  @Override
  public void notePublishing(
      SliceKey key,
      SliceAnswer answer,
      ExportIdentity identity,
      List<NumberedColumn> columns,
      SliceFacts facts) {
    right.notePublishing(key, answer, identity, columns, facts);
  }

  @Override
  public void notePublished(SliceKey key, Instant at) {
    right.notePublished(key, at);
  }

  @Override
  public void noteUnpublished(SliceKey key) {
    right.noteUnpublished(key);
  }

  @Override
  public void noteEmpty(SliceKey key, SliceAnswer answer, SliceFacts facts, Instant at) {
    right.noteEmpty(key, answer, facts, at);
  }

  @Override
  public void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
    right.noteUnchanged(key, answer, at);
  }

  @Override
  public void noteFailed(SliceKey key, SliceFailure failure) {
    right.noteFailed(key, failure);
  }

  @Override
  public void noteHalved(SliceKey whole, SliceKey first, SliceKey second) {
    right.noteHalved(whole, first, second);
  }

  @Override
  public void noteRetired(String export, List<SliceKey> retired) {
    right.noteRetired(export, retired);
  }

  @Override
  public void forget(String export, List<SliceKey> slices) {
    right.forget(export, slices);
  }

  @Override
  public List<Publication> publications() {
    return right.publications();
  }

  @Override
  public void backUp(Instant at) {
    right.backUp(at);
  }
}
