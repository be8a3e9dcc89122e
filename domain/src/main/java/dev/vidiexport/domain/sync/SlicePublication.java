package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.OutputException;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.SliceReplacement;
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
  private final PublicationTurns turns;
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
      PublicationTurns turns,
      SliceStore store,
      HistoryClock clock,
      PlannedSlice slice,
      ExportIdentity identity,
      boolean acceptLoss,
      Instant askedAt) {
    this.ledger = ledger;
    this.turns = turns;
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
   * @throws ExportException {@code ANSWER_SMALLER} when the answer has less than the one before;
   *     the slice is as it was then
   */
  SliceResult publish(SliceOutput output, ReceivedRows received) throws IOException {
    if (isSameBuild(received)) {
      output.discard();
      // That VidiCenter still has the build says nothing about what came since.
      return unchanged(earlier.orElseThrow());
    }
    if (received.rows() == 0) {
      output.discard();
      return turns.take(() -> noRows(received));
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
    return turns.take(() -> rows(output, finished, received, before));
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
    if (lastRevision() == 0) {
      SliceAnswer first = answer(received, Optional.empty(), 1, false);
      ledger.noteEmpty(key, first, received.facts(), clock.now());
      return new SliceResult.Empty(first);
    }
    if (earlier.isPresent() && !earlier.get().hasRows()) {
      return unchanged(answer(received, Optional.empty(), lastRevision(), false));
    }
    return removed(received, factsBefore(received));
  }

  /** Of an answer that was lost rows may stand as well. */
  private SliceResult removed(ReceivedRows received, Optional<SliceFacts> before) {
    SliceAnswer none =
        answer(
            received,
            Optional.empty(),
            lastRevision() + 1,
            earlier.isPresent() && slice.isForUpload());
    ledger.notePublishing(key, none, identity, received.columns(), received.facts());
    store.remove(key, replacement(none, received));
    ledger.notePublished(key, clock.now());
    return earlier.isPresent() ? replaced(none, received, before) : new SliceResult.Empty(none);
  }

  private SliceResult rows(
      SliceOutput output,
      Optional<PublishedFile> finished,
      ReceivedRows received,
      Optional<SliceFacts> before)
      throws IOException {
    SliceAnswer announced =
        answer(received, finished, lastRevision() + 1, earlier.isPresent() && slice.isForUpload());
    ledger.notePublishing(key, announced, identity, received.columns(), received.facts());
    publish(output, replacement(announced, received));
    ledger.notePublished(key, clock.now());
    return earlier.isPresent()
        ? replaced(announced, received, before)
        : new SliceResult.Published(announced);
  }

  /** Where this fails, the next run finds out whether the rows are in their place. */
  private void publish(SliceOutput output, SliceReplacement replacement) throws IOException {
    try {
      output.publish(replacement);
    } catch (ExportException failure) {
      forgetRefused(failure.failure());
      throw failure;
    } catch (OutputException failure) {
      forgetRefused(failure.failure());
      throw failure;
    }
  }

  /** Such rows are surely not in their place, and the run goes on. */
  private void forgetRefused(Failure failure) {
    if (failure.reason() == FailureReason.ROWS_NOT_KEPT) {
      ledger.noteUnpublished(key);
    }
  }

  private SliceResult replaced(
      SliceAnswer answer, ReceivedRows received, Optional<SliceFacts> before) {
    return new SliceResult.Replaced(
        answer,
        SliceDifference.of(
            earlier.orElseThrow().rows(), before, received.facts(), received.mainMetrics()));
  }

  private SliceReplacement replacement(SliceAnswer answer, ReceivedRows received) {
    return new SliceReplacement(answer, earlier, received.columns(), clock.now());
  }

  /** 0 where it never had an answer. */
  private int lastRevision() {
    return slice.known().map(SliceRecord::lastRevision).orElse(0);
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
