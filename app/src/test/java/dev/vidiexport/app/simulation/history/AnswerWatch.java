package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceChange;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sees how the answers of a slice follow one another, and which must not. */
final class AnswerWatch {
  /** How it is told that an answer was turned down. */
  static final String SMALLER = "The new answer has less than the ";

  private final InMemoryLedger ledger;
  private final SimulatedMachine machine;
  private final List<String> findings = new ArrayList<>();
  private static final Duration LONGEST_CACHE = Duration.ofHours(36);

  private final Set<SliceKey> askedForUpload = new HashSet<>();
  private final Set<SliceKey> changedByUpload = new HashSet<>();
  private final Set<SliceKey> sameBuilds = new HashSet<>();
  private final Set<SliceKey> published = new HashSet<>();
  private final Map<SliceKey, Instant> firstCalls = new HashMap<>();
  private final Set<SliceKey> replacing = new HashSet<>();
  private Instant begun = Instant.EPOCH;
  private boolean acceptsLoss;

  AnswerWatch(InMemoryLedger ledger, SimulatedMachine machine) {
    this.ledger = ledger;
    this.machine = machine;
  }

  void beginSync(Instant now, boolean isLossAccepted) {
    begun = now.truncatedTo(ChronoUnit.SECONDS);
    acceptsLoss = isLossAccepted;
    findings.clear();
    sameBuilds.clear();
    published.clear();
    firstCalls.clear();
  }

  /**
   * A slice is about to be asked for.
   *
   * @param why it is looked at again, if it is, as soon as its build is old enough
   */
  void asked(SliceKey key, Optional<DuePromise.Why> why) {
    if (why.filter(reason -> reason != DuePromise.Why.LOOKBACK).isPresent()) {
      askedForUpload.add(key);
    } else {
      askedForUpload.remove(key);
    }
  }

  /**
   * A call for it is about to be sent.
   *
   * @return whether it is the first one in this sync
   */
  boolean called(SliceKey key, Instant now) {
    return firstCalls.putIfAbsent(key, now) == null;
  }

  /** A file of it is about to get its name. */
  void publishing(SliceKey key) {
    published.add(key);
  }

  /** Another answer is about to take the place of the one that is there, if one is. */
  void announcing(SliceKey key, SliceAnswer answer, SliceFacts facts) {
    Optional<SliceAnswer> before = ledger.slice(key).flatMap(SliceRecord::answer);
    Optional<SliceFacts> factsBefore = ledger.facts(key);
    if (before.isEmpty() || factsBefore.isEmpty()) {
      return;
    }
    NaiveFacts earlier = NaiveFacts.of(factsBefore.get());
    NaiveFacts now = NaiveFacts.of(facts);
    if (before.get().fingerprint().equals(answer.fingerprint())) {
      return;
    }
    if (earlier.isLostIn(now)) {
      machine.reach(HistoryFault.LOSS_ACCEPTED);
      if (!acceptsLoss) {
        findings.add(
            "replaces %s although less is measured: %s after %s"
                .formatted(SimulatedSync.told(key), now, earlier));
      }
    } else {
      machine.reach(
          now.sum() > earlier.sum()
              ? HistoryFault.MORE_WAS_MEASURED
              : HistoryFault.PAST_WAS_CHANGED);
    }
    replacing.add(key);
  }

  /** A publication of an earlier sync is settled. */
  void settled(SliceKey key, boolean isThere) {
    if (replacing.remove(key)) {
      machine.reach(isThere ? HistoryFault.REPLACEMENT_FINISHED : HistoryFault.REPLACEMENT_UNDONE);
    }
  }

  /**
   * Another answer was noted, or the same once more.
   *
   * @param isOwn whether this sync asked for it
   */
  void answered(SliceKey key, Optional<SliceAnswer> before, SliceAnswer after, boolean isOwn) {
    if (before.isPresent()) {
      answeredAgain(key, before.get(), after);
    } else if (after.revision() != 1) {
      findings.add("the first file is revision %s of %s".formatted(after.revision(), told(key)));
    }
    if (isOwn) {
      replacing.remove(key);
      if (!before.equals(Optional.of(after))) {
        checkTimes(key, before, after);
      }
    } else {
      settled(key, true);
    }
  }

  private void answeredAgain(SliceKey key, SliceAnswer before, SliceAnswer after) {
    boolean isSameRows = before.fingerprint().equals(after.fingerprint());
    boolean isSameWriting = before.writtenWith().equals(after.writtenWith());
    boolean isSame = isSameRows && (isSameWriting || (!before.hasRows() && !after.hasRows()));
    boolean isSameBuild = isSame && isSameWriting && isOfSameBuild(before, after);
    if (isSameRows && isOfSameBuild(before, after)) {
      sameBuilds.add(key);
    }
    if (isSameBuild) {
      machine.reach(HistoryFault.SAME_BUILD_AGAIN);
    }
    if (isSameBuild && !before.equals(after)) {
      findings.add(
          "although its build is the same, %s became %s, from %s"
              .formatted(told(key), after, before));
    }
    SliceChange change = ledger.changes().get(ledger.changes().size() - 1).change();
    if (isSame) {
      boolean isUntouched =
          before.file().equals(after.file()) && before.revision() == after.revision();
      if (!isUntouched || published.contains(key) || change != SliceChange.UNCHANGED) {
        findings.add(
            "although its rows are the same, %s was %s: %s after %s"
                .formatted(told(key), change, after, before));
      }
      if (!isSameBuild) {
        machine.reach(HistoryFault.SAME_ROWS_OF_ANOTHER_BUILD);
        changedByUpload.remove(key);
      }
    } else {
      if (after.revision() != before.revision() + 1 || change != SliceChange.REPLACED) {
        findings.add("%s was %s: %s after %s".formatted(told(key), change, after, before));
      }
      if (askedForUpload.contains(key)) {
        machine.reach(HistoryFault.CHANGED_BY_UPLOAD);
        changedByUpload.add(key);
      } else {
        changedByUpload.remove(key);
      }
    }
  }

  /** Whether two answers of the same rows are of one build. */
  private static boolean isOfSameBuild(SliceAnswer before, SliceAnswer after) {
    return before.creationDate().isPresent() && before.creationDate().equals(after.creationDate());
  }

  /**
   * What was asked for in this sync was sent in it, or within the time for which a build is kept
   * before it, and first seen in it, unless its build was known.
   */
  private void checkTimes(SliceKey key, Optional<SliceAnswer> before, SliceAnswer after) {
    Instant called = firstCalls.getOrDefault(key, Instant.MIN);
    Instant earliest = begun.minus(LONGEST_CACHE);
    if (after.askedAt().isAfter(called) || after.askedAt().isBefore(earliest)) {
      findings.add(
          "says that %s was asked for at %s, which was %s"
              .formatted(told(key), after.askedAt(), called));
    }
    Optional<SliceAnswer> sameBuild =
        before
            .filter(answer -> answer.fingerprint().equals(after.fingerprint()))
            .filter(answer -> isOfSameBuild(answer, after));
    boolean isRight =
        sameBuild
            .map(answer -> answer.builtAt().equals(after.builtAt()))
            .orElse(!after.builtAt().isBefore(called.truncatedTo(ChronoUnit.SECONDS)));
    if (!isRight) {
      findings.add(
          "says that the build of %s was seen first at %s".formatted(told(key), after.builtAt()));
    }
  }

  /** Asking for it has failed. */
  void failed(SliceKey key, SliceFailure failure) {
    if (ledger.slice(key).flatMap(SliceRecord::answer).isPresent()) {
      machine.reach(HistoryFault.LOOK_AGAIN_FAILED);
    }
    if (failure.message().startsWith(SMALLER)) {
      machine.reach(HistoryFault.ANSWER_SMALLER);
      if (acceptsLoss) {
        findings.add("turned an answer down that was to be taken: " + told(key));
      }
    }
  }

  private static String told(SliceKey key) {
    return SimulatedSync.told(key);
  }

  /** Whether the last look was for an upload, and changed something. */
  boolean isChangedByUpload(SliceKey key) {
    return changedByUpload.contains(key);
  }

  /** Whether the service still had the build in this sync that is there. */
  boolean isOfSameBuild(SliceKey key) {
    return sameBuilds.contains(key);
  }

  /** Whether a call for it was sent in this sync. */
  boolean wasCalled(SliceKey key) {
    return firstCalls.containsKey(key);
  }

  List<String> findings() {
    return findings;
  }
}
