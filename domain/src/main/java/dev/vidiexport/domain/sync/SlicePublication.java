package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes an answer that has come whole the slice's own, in the order that leaves no doubt whatever
 * happens in between: noted before its rows are in their place, and after they are. An answer that
 * has less than the one before is turned down.
 */
final class SlicePublication {
  private final LockedLedger ledger;
  private final SliceStore store;
  private final HistoryClock clock;
  private final PlannedSlice slice;
  private final SliceKey key;
  private final ExportIdentity identity;
  private final boolean acceptLoss;
  private final Optional<SliceAnswer> earlier;
  private final Instant askedAt;

  /**
   * A publication that may follow.
   *
   * @param acceptLoss whether an answer is taken that has less than the one before
   * @param askedAt when the request was first sent
   */
  SlicePublication(
      LockedLedger ledger,
      SliceStore store,
      HistoryClock clock,
      PlannedSlice slice,
      ExportIdentity identity,
      boolean acceptLoss,
      Instant askedAt) {
    this.ledger = ledger;
    this.store = store;
    this.clock = clock;
    this.slice = slice;
    this.key = slice.key();
    this.identity = identity;
    this.acceptLoss = acceptLoss;
    this.earlier = slice.known().flatMap(SliceRecord::answer);
    this.askedAt = askedAt;
  }

  /**
   * Publishes what is staged, or forgets it where there is nothing new in it.
   *
   * @throws IOException in whole sentences, when the rows could not be published; the slice is as
   *     it was then
   * @throws dev.vidiexport.domain.failure.ExportException {@code ANSWER_SMALLER} when the answer
   *     has less than the one before; the slice is as it was then
   */
  SliceResult publish(SliceOutput output, ReceivedRows received) throws IOException {
    if (isSameBuild(received)) {
      output.discard();
      // That VidiCenter still has the build says nothing about what came since.
      return unchanged(earlier.orElseThrow());
    }
    if (received.rows() == 0) {
      output.discard();
      synchronized (ledger) {
        return noRows(received);
      }
    }
    if (isUnchanged(received)) {
      output.discard();
      return unchanged(
          answer(
              received,
              earlier.flatMap(SliceAnswer::file),
              earlier.orElseThrow().revision(),
              false));
    }
    Optional<SliceFacts> before = factsBefore(received);
    Optional<PublishedFile> finished = output.finish();
    // Another thread that publishes could remove the folder of the window as an empty one.
    synchronized (ledger) {
      return rows(output, finished, received, before);
    }
  }

  /** Some services say the same of different builds: then the rows decide. */
  private boolean isSameBuild(ReceivedRows received) {
    return isUnchanged(received)
        && received.creationDate().isPresent()
        && earlier.flatMap(SliceAnswer::creationDate).equals(received.creationDate());
  }

  /** What was written with other columns or options is written anew in any case. */
  private boolean isUnchanged(ReceivedRows received) {
    return earlier
        .filter(answer -> answer.fingerprint().equals(received.fingerprint()))
        .filter(answer -> answer.writtenWith().equals(identity.writing()))
        .isPresent();
  }

  private SliceResult unchanged(SliceAnswer same) {
    ledger.noteUnchanged(key, same, clock.now());
    return same.rows() == 0 ? new SliceResult.Empty(same) : new SliceResult.Unchanged(same);
  }

  /**
   * What is kept of the rows that would be replaced, once nothing speaks against that.
   *
   * @return empty where there are none, or nothing was kept of them
   */
  private Optional<SliceFacts> factsBefore(ReceivedRows received) {
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    SliceAnswer standing = earlier.get();
    Optional<SliceFacts> before = ledger.facts(key);
    if (!acceptLoss && !standing.fingerprint().equals(received.fingerprint())) {
      AnswerLoss.check(standing, before, received.rows(), received.facts());
    }
    return before;
  }

  private SliceResult noRows(ReceivedRows received) {
    if (earlier.isEmpty()) {
      SliceAnswer first = answer(received, Optional.empty(), nextRevision(), false);
      ledger.noteEmpty(key, first, received.facts(), clock.now());
      return new SliceResult.Empty(first);
    }
    SliceAnswer standing = earlier.get();
    if (!standing.hasRows()) {
      return unchanged(answer(received, Optional.empty(), standing.revision(), false));
    }
    Optional<SliceFacts> before = factsBefore(received);
    SliceAnswer none = answer(received, Optional.empty(), nextRevision(), slice.isForUpload());
    ledger.notePublishing(key, none, identity, received.columns(), received.facts());
    store.remove(standing, clock.now());
    ledger.notePublished(key, clock.now());
    return replaced(none, received, before);
  }

  private SliceResult rows(
      SliceOutput output,
      Optional<PublishedFile> finished,
      ReceivedRows received,
      Optional<SliceFacts> before)
      throws IOException {
    SliceAnswer announced =
        answer(received, finished, nextRevision(), earlier.isPresent() && slice.isForUpload());
    ledger.notePublishing(key, announced, identity, received.columns(), received.facts());
    // Where this fails, the next run finds out whether the rows are in their place.
    output.publish(earlier, clock.now());
    ledger.notePublished(key, clock.now());
    return earlier.isPresent()
        ? replaced(announced, received, before)
        : new SliceResult.Published(announced);
  }

  private SliceResult replaced(
      SliceAnswer answer, ReceivedRows received, Optional<SliceFacts> before) {
    return new SliceResult.Replaced(
        answer,
        SliceDifference.of(
            earlier.orElseThrow().rows(), before, received.facts(), received.mainMetrics()));
  }

  private int nextRevision() {
    return slice.known().map(SliceRecord::lastRevision).orElse(0) + 1;
  }

  private SliceAnswer answer(
      ReceivedRows received, Optional<PublishedFile> file, int revision, boolean changedByUpload) {
    return new SliceAnswer(
        file,
        received.rows(),
        received.dropped(),
        received.fingerprint(),
        revision,
        received.creationDate(),
        builtAt(received),
        askedAt,
        identity.writing(),
        changedByUpload);
  }

  /** The same build was first seen when its answer was; another is first seen now. */
  private Instant builtAt(ReceivedRows received) {
    return earlier
        .filter(answer -> answer.creationDate().isPresent())
        .filter(answer -> answer.creationDate().equals(received.creationDate()))
        .filter(answer -> answer.fingerprint().equals(received.fingerprint()))
        .map(SliceAnswer::builtAt)
        .orElseGet(clock::now);
  }
}
