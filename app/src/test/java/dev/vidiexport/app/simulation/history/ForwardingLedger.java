package dev.vidiexport.app.simulation.history;

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

/** Stands before a ledger, and does some of it in a way of its own. */
abstract class ForwardingLedger implements Ledger {
  final Ledger real;

  ForwardingLedger(Ledger real) {
    this.real = real;
  }

  @Override
  public Optional<String> id() {
    return real.id();
  }

  @Override
  public Optional<String> host() {
    return real.host();
  }

  @Override
  public Optional<Instant> lastRun() {
    return real.lastRun();
  }

  @Override
  public List<LedgerExport> exports() {
    return real.exports();
  }

  @Override
  public void slices(String export, Consumer<SliceRecord> visitor) {
    real.slices(export, visitor);
  }

  @Override
  public Optional<TimeWindow> windowAfter(String export, Optional<TimeWindow> last) {
    return real.windowAfter(export, last);
  }

  @Override
  public List<SliceRecord> slicesIn(String export, TimeWindow window) {
    return real.slicesIn(export, window);
  }

  @Override
  public Optional<SliceFacts> facts(SliceKey key) {
    return real.facts(key);
  }

  @Override
  public Optional<Instant> askedAt(SliceKey key) {
    return real.askedAt(key);
  }

  @Override
  public List<SliceRecord> withoutFacts(String export, int most) {
    return real.withoutFacts(export, most);
  }

  @Override
  public void coverage(
      String export,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      Consumer<PlaceCoverage> visitor) {
    real.coverage(export, start, end, visitor);
  }

  @Override
  public List<ColumnSpan> columnSpans(String export) {
    return real.columnSpans(export);
  }

  @Override
  public Optional<RowSpan> rowSpan(String export) {
    return real.rowSpan(export);
  }

  @Override
  public void uploads(Consumer<SeenUpload> visitor) {
    real.uploads(visitor);
  }

  @Override
  public Set<String> told(String export) {
    return real.told(export);
  }

  @Override
  public void noteFacts(SliceKey key, SliceFacts facts) {
    real.noteFacts(key, facts);
  }

  @Override
  public void noteExpected(
      String export, Set<PlaceId> places, BiFunction<PlaceId, TimeWindow, OptionalLong> expected) {
    real.noteExpected(export, places, expected);
  }

  @Override
  public void noteLost(SliceKey key) {
    real.noteLost(key);
  }

  @Override
  public void noteStale(SliceKey key) {
    real.noteStale(key);
  }

  @Override
  public void noteTold(String export, String fact) {
    real.noteTold(export, fact);
  }

  @Override
  public Optional<Topology> topology() {
    return real.topology();
  }

  @Override
  public void topologyChanges(Consumer<SeenObject> visitor) {
    real.topologyChanges(visitor);
  }

  @Override
  public void absences(Consumer<Absence> visitor) {
    real.absences(visitor);
  }

  @Override
  public void noteRun(RunStart start) {
    real.noteRun(start);
  }

  @Override
  public void noteTopology(Topology topology, Instant seenAt) {
    real.noteTopology(topology, seenAt);
  }

  @Override
  public void noteTagging(TagAssignments tags, Instant seenAt) {
    real.noteTagging(tags, seenAt);
  }

  @Override
  public void noteAsked(SliceKey key, Instant at) {
    real.noteAsked(key, at);
  }

  @Override
  public void notePublishing(
      SliceKey key,
      SliceAnswer answer,
      ExportIdentity identity,
      List<NumberedColumn> columns,
      SliceFacts facts) {
    real.notePublishing(key, answer, identity, columns, facts);
  }

  @Override
  public void notePublished(SliceKey key, Instant at) {
    real.notePublished(key, at);
  }

  @Override
  public void noteUnpublished(SliceKey key) {
    real.noteUnpublished(key);
  }

  @Override
  public void noteEmpty(SliceKey key, SliceAnswer answer, SliceFacts facts, Instant at) {
    real.noteEmpty(key, answer, facts, at);
  }

  @Override
  public void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
    real.noteUnchanged(key, answer, at);
  }

  @Override
  public void noteFailed(SliceKey key, SliceFailure failure) {
    real.noteFailed(key, failure);
  }

  @Override
  public void noteHalved(SliceKey whole, SliceKey first, SliceKey second) {
    real.noteHalved(whole, first, second);
  }

  @Override
  public void noteRetired(String export, List<SliceKey> retired) {
    real.noteRetired(export, retired);
  }

  @Override
  public void forget(String export, List<SliceKey> slices) {
    real.forget(export, slices);
  }

  @Override
  public List<Publication> publications() {
    return real.publications();
  }

  @Override
  public void backUp(Instant at) {
    real.backUp(at);
  }

  @Override
  public void close() {
    real.close();
  }
}
