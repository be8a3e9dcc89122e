package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Coverage;
import dev.vidiexport.domain.report.FigureChange;
import dev.vidiexport.domain.report.FigureKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How figures changed since an earlier span. Only places that were covered by at least 80 per cent
 * in both spans are compared, and counts by measured period: cameras that came, went or failed
 * would else be taken for a change of the audience.
 */
final class ChangeReckoning {
  private static final double WELL_COVERED = 0.8;

  private final SpanReckoning now;
  private final SpanReckoning past;
  private final Map<String, PlaceResult> placesThen;

  ChangeReckoning(SpanReckoning now, SpanReckoning past) {
    this.now = now;
    this.past = past;
    placesThen =
        past.places().stream()
            .collect(Collectors.toMap(place -> place.place().id(), Function.identity()));
  }

  Map<FigureKind, FigureChange> all() {
    Map<FigureKind, FigureChange> changes = new EnumMap<>(FigureKind.class);
    for (CountKind kind : now.sources().kinds()) {
      if (past.sources().kinds().contains(kind)) {
        ofCount(kind).ifPresent(change -> changes.put(FigureKind.of(kind), change));
      }
    }
    ofRate(RateKind.CONVERSION).ifPresent(change -> changes.put(FigureKind.CONVERSION, change));
    ofRate(RateKind.DWELL).ifPresent(change -> changes.put(FigureKind.DWELL_SECONDS, change));
    ofRate(RateKind.ATTENTION)
        .ifPresent(change -> changes.put(FigureKind.ATTENTION_SECONDS, change));
    ofRate(RateKind.ATTENTION_SHARE)
        .ifPresent(change -> changes.put(FigureKind.ATTENTION_SHARE, change));
    return changes;
  }

  private Optional<FigureChange> ofCount(CountKind kind) {
    AudienceType type = now.sources().of(kind).type();
    if (past.sources().of(kind).type() != type) {
      return Optional.empty();
    }
    double countNow = 0;
    double countThen = 0;
    long measuredNow = 0;
    long measuredThen = 0;
    List<Pair> pairs = pairs(type);
    for (Pair pair : pairs) {
      countNow += pair.now().count(kind).orElse(0);
      countThen += pair.then().count(kind).orElse(0);
      measuredNow += pair.now().coverageOf(type).measured().orElse(0);
      measuredThen += pair.then().coverageOf(type).measured().orElse(0);
    }
    return measuredNow == 0 || measuredThen == 0
        ? Optional.empty()
        : change(
            OptionalDouble.of(countNow / measuredNow),
            OptionalDouble.of(countThen / measuredThen),
            countThen,
            pairs.size());
  }

  private Optional<FigureChange> ofRate(RateKind rate) {
    Optional<AudienceType> type = now.sources().of(rate).map(CountedRows::type);
    if (type.isEmpty() || !past.sources().of(rate).map(CountedRows::type).equals(type)) {
      return Optional.empty();
    }
    List<Pair> pairs = pairs(type.get());
    OptionalDouble then =
        new RateFigures(past.sources()).of(rate, pairs.stream().map(Pair::then).toList());
    return change(
        new RateFigures(now.sources()).of(rate, pairs.stream().map(Pair::now).toList()),
        then,
        then.orElse(0),
        pairs.size());
  }

  private static Optional<FigureChange> change(
      OptionalDouble now, OptionalDouble then, double before, int compared) {
    return now.isEmpty() || then.isEmpty() || then.getAsDouble() == 0 || compared == 0
        ? Optional.empty()
        : Optional.of(
            new FigureChange(before, now.getAsDouble() / then.getAsDouble() - 1, compared));
  }

  private List<Pair> pairs(AudienceType type) {
    List<Pair> pairs = new ArrayList<>();
    for (PlaceResult place : now.places()) {
      PlaceResult then = placesThen.get(place.place().id());
      if (then != null && isWellCovered(place, type) && isWellCovered(then, type)) {
        pairs.add(new Pair(place, then));
      }
    }
    return pairs;
  }

  private static boolean isWellCovered(PlaceResult place, AudienceType type) {
    Coverage coverage = place.coverageOf(type);
    return coverage.share().orElse(0) >= WELL_COVERED;
  }

  private record Pair(PlaceResult now, PlaceResult then) {}
}
