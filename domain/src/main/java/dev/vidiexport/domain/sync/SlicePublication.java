package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.HistoryFiles;
import dev.vidiexport.domain.port.SliceOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes an answer that has come whole the slice's own, in the order that leaves no doubt whatever
 * happens in between: noted before the file gets its name, and after it has it.
 */
final class SlicePublication {
  private final LockedLedger ledger;
  private final HistoryFiles files;
  private final HistoryClock clock;
  private final SliceKey key;
  private final ExportIdentity identity;
  private final Optional<SliceAnswer> earlier;
  private final Instant askedAt;

  /**
   * A publication that may follow.
   *
   * @param earlier the answer that the slice had; empty where it had none
   * @param askedAt when the request was first sent
   */
  SlicePublication(
      LockedLedger ledger,
      HistoryFiles files,
      HistoryClock clock,
      SliceKey key,
      ExportIdentity identity,
      Optional<SliceAnswer> earlier,
      Instant askedAt) {
    this.ledger = ledger;
    this.files = files;
    this.clock = clock;
    this.key = key;
    this.identity = identity;
    this.earlier = earlier;
    this.askedAt = askedAt;
  }

  /**
   * Publishes what is staged, or forgets it where there is nothing new in it.
   *
   * @throws IOException in whole sentences, when the file could not be published; the slice is as
   *     it was then
   */
  SliceResult publish(SliceOutput output, ReceivedRows received) throws IOException {
    if (received.rows() == 0) {
      output.discard();
      synchronized (ledger) {
        return noRows(received);
      }
    }
    if (isUnchanged(received)) {
      output.discard();
      SliceAnswer same =
          answer(received, earlier.flatMap(SliceAnswer::file), earlier.orElseThrow().revision());
      ledger.noteUnchanged(key, same, clock.now());
      return new SliceResult.Unchanged(same);
    }
    PublishedFile finished = output.finish();
    // Another thread that publishes could remove the folder of the window as an empty one.
    synchronized (ledger) {
      return file(output, finished, received);
    }
  }

  /** Files that were written with other columns or options are written anew in any case. */
  private boolean isUnchanged(ReceivedRows received) {
    return earlier
        .filter(answer -> answer.fingerprint().equals(received.fingerprint()))
        .filter(answer -> answer.writtenWith().equals(identity.writing()))
        .isPresent();
  }

  private SliceResult noRows(ReceivedRows received) {
    if (earlier.isEmpty()) {
      SliceAnswer first = answer(received, Optional.empty(), 1);
      ledger.noteEmpty(key, first, clock.now());
      return new SliceResult.Empty(first);
    }
    Optional<PublishedFile> standing = earlier.get().file();
    int revision = earlier.get().revision();
    if (standing.isEmpty()) {
      SliceAnswer same = answer(received, Optional.empty(), revision);
      ledger.noteUnchanged(key, same, clock.now());
      return new SliceResult.Empty(same);
    }
    SliceAnswer none = answer(received, Optional.empty(), revision + 1);
    ledger.notePublishing(key, none, identity, received.columns());
    files.putAside(standing.get(), clock.now());
    ledger.noteEmpty(key, none, clock.now());
    return new SliceResult.Replaced(none);
  }

  private SliceResult file(SliceOutput output, PublishedFile finished, ReceivedRows received)
      throws IOException {
    int revision = earlier.map(answer -> answer.revision() + 1).orElse(1);
    SliceAnswer announced = answer(received, Optional.of(finished), revision);
    ledger.notePublishing(key, announced, identity, received.columns());
    // Where this fails, the next run finds out whether the file has its name.
    output.publish(earlier.flatMap(SliceAnswer::file), clock.now());
    ledger.notePublished(key, clock.now());
    return earlier.isPresent()
        ? new SliceResult.Replaced(announced)
        : new SliceResult.Published(announced);
  }

  private SliceAnswer answer(ReceivedRows received, Optional<PublishedFile> file, int revision) {
    return new SliceAnswer(
        file,
        received.rows(),
        received.dropped(),
        received.fingerprint(),
        revision,
        received.creationDate(),
        builtAt(received),
        askedAt,
        identity.writing());
  }

  /** The same build was first seen when its answer was; another is first seen now. */
  private Instant builtAt(ReceivedRows received) {
    return earlier
        .filter(answer -> answer.creationDate().isPresent())
        .filter(answer -> answer.creationDate().equals(received.creationDate()))
        .map(SliceAnswer::builtAt)
        .orElseGet(clock::now);
  }
}
