package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.coverage.PlaceCoverage;
import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the ledger keeps of the rows of answers is what they say, in each and in all together, and
 * an answer was turned down only where it has less.
 */
final class FactsVerdict {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final SimulatedHistory history;
  private final boolean hasLearnt;
  private final List<String> findings;

  /**
   * Looks at the facts of a ledger, once its answers were found to be right.
   *
   * @param hasLearnt whether the last sync could note all that the last topology says
   */
  FactsVerdict(SimulatedHistory history, boolean hasLearnt, List<String> findings) {
    this.history = history;
    this.hasLearnt = hasLearnt;
    this.findings = findings;
  }

  void check() {
    history.ledger.exports().forEach(this::check);
    history.watch.failed().forEach(this::checkFailed);
  }

  private void check(LedgerExport export) {
    Map<Long, NaiveFacts.Place> sums = new TreeMap<>();
    boolean[] isAllKnown = {true};
    history.ledger.slices(
        export.name(),
        slice -> {
          Optional<SliceAnswer> answer = slice.answer();
          Optional<NaiveFacts> counted =
              answer.flatMap(known -> history.checked(slice.key(), known));
          isAllKnown[0] &= counted.isPresent() || answer.isEmpty();
          counted.ifPresent(
              facts -> {
                check(slice.key(), facts);
                facts.places().forEach((id, place) -> sums.merge(id, place, FactsVerdict::sum));
              });
        });
    if (isAllKnown[0]) {
      checkSums(export.name(), sums);
    }
  }

  private static NaiveFacts.Place sum(NaiveFacts.Place one, NaiveFacts.Place other) {
    return new NaiveFacts.Place(
        one.rows() + other.rows(),
        one.measured() + other.measured(),
        one.placeholder() + other.placeholder());
  }

  private void check(SliceKey key, NaiveFacts counted) {
    Optional<SliceFacts> kept = history.ledger.facts(key);
    if (kept.filter(counted::isToldBy).isEmpty()) {
      findings.add(
          "the facts of %s are not what its rows say: %s, not %s"
              .formatted(SimulatedSync.told(key), kept, counted));
    }
    if (hasLearnt) {
      kept.stream().flatMap(facts -> facts.places().stream()).forEach(p -> checkExpected(key, p));
    }
  }

  /** Of what is listed it is known since when it is there. */
  private void checkExpected(SliceKey key, PlaceCoverage place) {
    long id = place.place().id();
    TimeResolution resolution = history.project.export(key.export()).template().timeResolution();
    if (!resolution.isAggregated() || !history.seen.listed().contains(id)) {
      return;
    }
    Duration step = Duration.ofHours(resolution == TimeResolution.ONE_DAY ? 24 : 1);
    LocalDateTime created = history.topology.creation(id).orElse(LocalDateTime.MIN);
    long expected = 0;
    for (LocalDateTime begin = key.window().firstSecond();
        begin.isBefore(key.window().firstSecondAfter());
        begin = begin.plus(step)) {
      expected += begin.isBefore(created) ? 0 : 1;
    }
    if (!place.expected().equals(OptionalLong.of(expected))) {
      findings.add(
          "expects %s periods of %s in %s, not %s"
              .formatted(place.expected(), id, SimulatedSync.told(key), expected));
    }
  }

  private void checkSums(String export, Map<Long, NaiveFacts.Place> sums) {
    Map<Long, NaiveFacts.Place> kept = new TreeMap<>();
    history.ledger.coverage(
        export,
        Optional.empty(),
        Optional.empty(),
        place -> {
          if (place.rows() > 0) {
            kept.put(
                place.place().id(),
                new NaiveFacts.Place(
                    place.rows(), place.measured().orElse(0), place.placeholder().orElse(0)));
          }
        });
    if (!kept.equals(sums)) {
      findings.add("the coverage of %s is %s, not %s".formatted(export, kept, sums));
    }
  }

  /** What it had stays, and it was right to turn the answer down that came. */
  private void checkFailed(SliceKey key, SliceFailure failure) {
    Optional<SliceRecord> slice = history.ledger.slice(key);
    if (slice.filter(known -> known.answer().isPresent()).isEmpty()) {
      return;
    }
    SliceState state = slice.get().state();
    if (state != SliceState.COMPLETE && state != SliceState.RETIRED) {
      findings.add("%s has an answer, and is %s".formatted(SimulatedSync.told(key), state));
    }
    if (failure.message().startsWith(AnswerWatch.SMALLER)) {
      RequestTemplate template = history.project.export(key.export()).template();
      List<ServedBuild> served =
          history.service.whole(template.request(key.window(), key.sources()));
      NaiveFacts sent =
          NaiveFacts.of(
              served
                  .get(served.size() - 1)
                  .identities(TIME.format(key.window().firstSecondAfter())),
              template.timeResolution());
      NaiveFacts standing = NaiveFacts.of(history.ledger.facts(key).orElse(SliceFacts.NONE));
      if (!standing.isLostIn(sent)) {
        findings.add(
            "turned an answer down that has no less: %s has %s after %s"
                .formatted(SimulatedSync.told(key), sent, standing));
      }
    }
  }
}
