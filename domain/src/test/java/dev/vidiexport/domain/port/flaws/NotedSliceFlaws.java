package dev.vidiexport.domain.port.flaws;

import static dev.vidiexport.domain.port.flaws.ShownSliceFlaws.flaw;

import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.port.flaws.ShownSliceFlaws.Showing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What ledgers get wrong with slices that are asked for, fail, are halved, and retire. */
final class NotedSliceFlaws {
  private NotedSliceFlaws() {}

  static List<Flaw<PlainLedger>> all() {
    return List.of(
        flaw(
            "hasWhatIsAskedForUnderWay",
            "has nothing under way",
            "underWay=true",
            () -> new Showing(slice -> with(slice, slice.state(), slice.failure(), false))),
        flaw(
            "countsEveryAttempt",
            "counts an attempt twice",
            "3",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteAsked(SliceKey key, Instant at) {
                    super.noteAsked(key, at);
                    super.noteAsked(key, at);
                  }
                }),
        flaw(
            "keepsWhatItKnowsOfASliceThatIsAskedForAgain",
            "forgets the last failure when a slice is asked for",
            "was empty",
            () ->
                new Showing(
                    slice ->
                        slice.underWay()
                            ? with(slice, slice.state(), Optional.empty(), true)
                            : slice)),
        flaw(
            "failsASliceThatHasNoAnswer",
            "takes a refusal for a failure",
            "REFUSED",
            () ->
                new Showing(
                    slice ->
                        slice.state() == SliceState.REFUSED
                            ? with(slice, SliceState.FAILED, slice.failure(), false)
                            : slice)),
        flaw(
            "leavesASliceCompleteThatFailsLater",
            "fails a slice that has a file",
            "COMPLETE",
            () ->
                new Showing(
                    slice ->
                        slice.failure().isPresent()
                            ? with(slice, SliceState.FAILED, slice.failure(), false)
                            : slice)),
        flaw(
            "forgetsAFailureWhenThereIsAnAnswer",
            "remembers a failure for ever",
            "cut",
            Resentful::new),
        flaw(
            "putsHalvesInPlaceOfTheWhole",
            "forgets what it knows of a half",
            "REFUSED",
            () -> new Showing(slice -> with(slice, SliceState.MISSING, Optional.empty(), false))),
        flaw(
            "halvesNothingThatHasAnAnswer",
            "halves what is complete",
            "Expecting code to raise",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteHalved(SliceKey whole, SliceKey first, SliceKey second) {
                    noteAsked(first, Instant.EPOCH);
                    noteAsked(second, Instant.EPOCH);
                  }
                }),
        flaw(
            "forgetsSlicesWithoutAnAnswerAndNoOthers",
            "forgets nothing",
            "2024-02-29",
            () ->
                new PlainLedger() {
                  @Override
                  public void forget(String export, List<SliceKey> slices) {}
                }),
        flaw(
            "forgetsNothingThatHasAnAnswer",
            "skips what it must not forget",
            "Expecting code to raise",
            () ->
                new PlainLedger() {
                  @Override
                  public void forget(String export, List<SliceKey> slices) {
                    super.forget(
                        export,
                        slices.stream()
                            .filter(
                                key ->
                                    right.slice(key).flatMap(SliceRecord::answer).isEmpty()
                                        && right.publications().isEmpty())
                            .toList());
                  }
                }),
        flaw(
            "retiresTheseSlicesAndNoOthers", "never takes a slice back", "RETIRED", NeverBack::new),
        flaw(
            "retiresNothingThatItDoesNotKnow",
            "skips slices that it does not know",
            "Expecting code to raise",
            () ->
                new PlainLedger() {
                  @Override
                  public void noteRetired(String export, List<SliceKey> retired) {
                    super.noteRetired(
                        export,
                        retired.stream().filter(key -> right.slice(key).isPresent()).toList());
                  }
                }),
        flaw(
            "hasNothingRetiredThatIsAskedFor",
            "leaves a slice retired that is asked for",
            "RETIRED",
            StaysRetired::new));
  }

  private static SliceRecord with(
      SliceRecord slice, SliceState state, Optional<SliceFailure> failure, boolean underWay) {
    return new SliceRecord(slice.key(), state, slice.answer(), failure, underWay, slice.attempts());
  }

  private static final class Resentful extends PlainLedger {
    private final List<SliceFailure> failures = new ArrayList<>();

    @Override
    public void noteFailed(SliceKey key, SliceFailure failure) {
      super.noteFailed(key, failure);
      failures.add(failure);
    }

    @Override
    public void notePublished(SliceKey key, Instant at) {
      super.notePublished(key, at);
      failures.forEach(failure -> super.noteFailed(key, failure));
    }
  }

  private static final class NeverBack extends PlainLedger {
    private final Set<SliceKey> all = new LinkedHashSet<>();

    @Override
    public void noteRetired(String export, List<SliceKey> retired) {
      all.addAll(retired);
      super.noteRetired(export, all.stream().filter(key -> key.export().equals(export)).toList());
    }
  }

  private static final class StaysRetired extends PlainLedger {
    @Override
    public void noteAsked(SliceKey key, Instant at) {
      boolean retired =
          right.slice(key).filter(slice -> slice.state() == SliceState.RETIRED).isPresent();
      super.noteAsked(key, at);
      if (retired) {
        noteRetired(key.export(), List.of(key));
      }
    }
  }
}
