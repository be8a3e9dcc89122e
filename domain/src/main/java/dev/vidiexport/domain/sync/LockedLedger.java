package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A ledger for the threads of a sync: one at a time has it. Whoever needs several steps without
 * another in between holds its monitor meanwhile. Thread-safe.
 */
final class LockedLedger implements Ledger {
  private final Ledger ledger;

  LockedLedger(Ledger ledger) {
    this.ledger = ledger;
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
  public synchronized Optional<Topology> topology() {
    return ledger.topology();
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
  public synchronized void noteAsked(SliceKey key, Instant at) {
    ledger.noteAsked(key, at);
  }

  @Override
  public synchronized void notePublishing(
      SliceKey key, SliceAnswer answer, ExportIdentity identity, List<NumberedColumn> columns) {
    ledger.notePublishing(key, answer, identity, columns);
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
  public synchronized void noteEmpty(SliceKey key, SliceAnswer answer, Instant at) {
    ledger.noteEmpty(key, answer, at);
  }

  @Override
  public synchronized void noteUnchanged(SliceKey key, SliceAnswer answer, Instant at) {
    ledger.noteUnchanged(key, answer, at);
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
