package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.port.InMemoryLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Sees what is noted in the ledger, in one sync and in all of them. */
final class LedgerWatch {
  private final InMemoryLedger ledger;
  private final SimulatedMachine machine;
  private final List<Replaced> replaced = new ArrayList<>();
  private final Set<SliceKey> asked = new HashSet<>();
  private final Set<SliceKey> askedTwice = new HashSet<>();
  private final Map<SliceKey, SliceFailure> failed = new HashMap<>();
  private final Set<SliceKey> underWay = new HashSet<>();
  private final Map<SliceKey, SliceKey> otherHalves = new HashMap<>();
  private final Set<String> refusedWithOthers = new HashSet<>();
  private final Set<String> givenUp = new HashSet<>();
  private final ColumnWatch columns = new ColumnWatch();
  private final AnswerWatch answers;
  private Consumer<PublishedFile> onUndoing = file -> {};
  private boolean hasBegun;
  private int told;
  private int changesBefore;

  LedgerWatch(InMemoryLedger ledger, SimulatedMachine machine) {
    this.ledger = ledger;
    this.machine = machine;
    this.answers = new AnswerWatch(ledger, machine);
  }

  /** A file whose place another one has taken, or none. */
  record Replaced(PublishedFile file, Instant at) {}

  /** A sync begins. */
  void beginSync() {
    asked.clear();
    askedTwice.clear();
    failed.clear();
    underWay.clear();
    otherHalves.clear();
    refusedWithOthers.clear();
    givenUp.clear();
    hasBegun = false;
    told = 0;
    changesBefore = ledger.changes().size();
  }

  /** What was left of the sync before is settled. */
  void begun() {
    hasBegun = true;
    if (ledger.changes().size() > changesBefore) {
      machine.reach(HistoryFault.PUBLICATION_FINISHED);
    }
    changesBefore = ledger.changes().size();
  }

  void asked(SliceKey key) {
    if (!asked.add(key)) {
      askedTwice.add(key);
    }
    underWay.add(key);
    ledger
        .slice(key)
        .filter(slice -> slice.underWay())
        .ifPresent(slice -> machine.reach(HistoryFault.SLICE_TAKEN_UP));
  }

  /** Who is told of the file that stays, when a publication is about to be taken for undone. */
  void onUndoing(Consumer<PublishedFile> action) {
    onUndoing = action;
  }

  void undoing(SliceKey key) {
    answers.settled(key, false);
    ledger.slice(key).flatMap(SliceRecord::answer).flatMap(SliceAnswer::file).ifPresent(onUndoing);
  }

  void failed(SliceKey key, SliceFailure failure) {
    failed.put(key, failure);
    answers.failed(key, failure);
    underWay.remove(key);
    boolean isRefused = failure.refusals() > 0;
    machine.reach(isRefused ? HistoryFault.SLICE_REFUSED : HistoryFault.SLICE_FAILED);
    if (failure.refusals() > 1) {
      machine.reach(HistoryFault.REFUSED_AGAIN);
    }
    SliceFailure other = failed.get(otherHalves.get(key));
    if (isRefused && other != null && other.refusals() > 0) {
      givenUp.add(key.export());
      if (isUnderWay(key.export())) {
        refusedWithOthers.add(key.export());
      }
    }
  }

  private boolean isUnderWay(String export) {
    return underWay.stream().anyMatch(key -> key.export().equals(export));
  }

  void halved(SliceKey whole, SliceKey first, SliceKey second) {
    failed.remove(whole);
    underWay.remove(whole);
    otherHalves.put(first, second);
    otherHalves.put(second, first);
  }

  /** What has been begun in this sync, and has not ended. */
  Set<SliceKey> underWay() {
    return underWay;
  }

  /** Whether both halves of a slice of an export were refused, so that no more is asked for. */
  boolean isGivenUp(String export) {
    return givenUp.contains(export);
  }

  /** Whether both halves of a slice of an export were refused while others were under way. */
  boolean isRefusedWithOthers(String export) {
    return refusedWithOthers.contains(export);
  }

  ColumnWatch columns() {
    return columns;
  }

  AnswerWatch answers() {
    return answers;
  }

  /** It is noted that users are told of a change. */
  void told() {
    told++;
  }

  /** Of how many changes it was noted in this sync that users are told. */
  int changesTold() {
    return told;
  }

  /** An answer is noted, which may take the place of another one. */
  void answering(SliceKey key, Instant at, Runnable note) {
    Optional<SliceAnswer> before = ledger.slice(key).flatMap(SliceRecord::answer);
    note.run();
    underWay.remove(key);
    SliceAnswer after = ledger.slice(key).flatMap(SliceRecord::answer).orElseThrow();
    answers.answered(key, before, after, hasBegun);
    int revision = after.revision();
    before
        .filter(answer -> answer.revision() < revision)
        .flatMap(SliceAnswer::file)
        .ifPresent(
            file -> {
              replaced.add(new Replaced(file, at));
              boolean isNothing =
                  ledger
                      .slice(key)
                      .flatMap(SliceRecord::answer)
                      .flatMap(SliceAnswer::file)
                      .isEmpty();
              machine.reach(
                  isNothing ? HistoryFault.FILE_REPLACED_BY_NOTHING : HistoryFault.FILE_REPLACED);
            });
  }

  /** All that was ever replaced, in order. */
  List<Replaced> replaced() {
    return replaced;
  }

  /** Whether the sync has come so far that nothing was left to be settled. */
  boolean hasBegun() {
    return hasBegun;
  }

  Set<SliceKey> asked() {
    return asked;
  }

  /** Slices that were begun more than once in this sync. */
  Set<SliceKey> askedTwice() {
    return askedTwice;
  }

  /** What ended in this sync without an answer, and was not halved. */
  Map<SliceKey, SliceFailure> failed() {
    return failed;
  }

  /** What this sync has changed itself; to settle what another had left is not its own doing. */
  List<InMemoryLedger.Change> changes() {
    return hasBegun ? ledger.changes().subList(changesBefore, ledger.changes().size()) : List.of();
  }
}
