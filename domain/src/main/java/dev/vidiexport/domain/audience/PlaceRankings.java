package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.AttentionFigures;
import dev.vidiexport.domain.report.AttentionRates;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Counts;
import dev.vidiexport.domain.report.Coverage;
import dev.vidiexport.domain.report.Daypart;
import dev.vidiexport.domain.report.GroupFigures;
import dev.vidiexport.domain.report.PlaceAttention;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.domain.report.PlacePresence;
import dev.vidiexport.domain.report.PlaceRanking;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What stands of places, those first that have most of the main figure. Immutable. */
final class PlaceRankings {
  private final SpanReckoning span;
  private final RateFigures rates;
  private final List<PlaceResult> ranked;
  private final AudienceType mainType;

  PlaceRankings(SpanReckoning span) {
    this.span = span;
    rates = new RateFigures(span.sources());
    mainType = span.sources().of(span.main()).type();
    // Sorting is stable: of equals, and of those without a figure, the lower id comes first.
    ranked =
        span.places().stream()
            .filter(PlaceRankings::hasAnyRows)
            .sorted(Comparator.comparingDouble(this::rank))
            .toList();
  }

  private static boolean hasAnyRows(PlaceResult place) {
    return place.hasRows()
        || place.counts().values().values().stream().anyMatch(OptionalDouble::isPresent);
  }

  private double rank(PlaceResult place) {
    OptionalDouble count = place.count(span.main());
    return count.isPresent() ? -count.getAsDouble() : Double.POSITIVE_INFINITY;
  }

  /** All of them, in order. */
  List<PlaceResult> ranked() {
    return ranked;
  }

  PlaceRanking ranking(int top) {
    OptionalDouble all = sum(ranked, span.main());
    List<PlaceResult> others = ranked.subList(Math.min(top, ranked.size()), ranked.size());
    Map<CountKind, OptionalDouble> together = new EnumMap<>(CountKind.class);
    span.sources().kinds().forEach(kind -> together.put(kind, sum(others, kind)));
    return new PlaceRanking(
        ranked.stream().limit(top).map(place -> figures(place, all)).toList(),
        others.size(),
        new Counts(together));
  }

  private static OptionalDouble sum(List<PlaceResult> places, CountKind kind) {
    double sum = 0;
    boolean isAny = false;
    for (PlaceResult place : places) {
      OptionalDouble count = place.count(kind);
      sum += count.orElse(0);
      isAny |= count.isPresent();
    }
    return isAny ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }

  private PlaceFigures figures(PlaceResult place, OptionalDouble all) {
    OptionalDouble count = place.count(span.main());
    Coverage coverage = place.coverageOf(mainType);
    return new PlaceFigures(
        place.place(),
        place.counts(),
        quotient(count, all.orElse(0)),
        rates.of(RateKind.CONVERSION, place),
        coverage,
        quotient(count, place.measuredHours()),
        place.trend());
  }

  private static OptionalDouble quotient(OptionalDouble count, double divisor) {
    return count.isPresent() && divisor > 0
        ? OptionalDouble.of(count.getAsDouble() / divisor)
        : OptionalDouble.empty();
  }

  Optional<AttentionFigures> attention() {
    Optional<CountedRows> viewers = span.sources().of(RateKind.DWELL);
    List<PlaceAttention> places =
        ranked.stream()
            .map(place -> new PlaceAttention(place.place(), rates.attention(place)))
            .toList();
    return viewers
        .filter(counted -> places.stream().anyMatch(place -> isAny(place.rates())))
        .map(counted -> attention(counted.counter(), places));
  }

  private static AttentionFigures attention(AudienceCounter viewers, List<PlaceAttention> places) {
    GroupTally tally = viewers.groups();
    Map<Daypart, AttentionRates> parts = new EnumMap<>(Daypart.class);
    for (Daypart part : Daypart.values()) {
      AttentionRates ofPart =
          new AttentionRates(
              tally.rateOfPart(RateKind.DWELL, part),
              tally.rateOfPart(RateKind.ATTENTION, part),
              tally.rateOfPart(RateKind.ATTENTION_SHARE, part));
      if (viewers.shape().hasHours() && isAny(ofPart)) {
        parts.put(part, ofPart);
      }
    }
    return new AttentionFigures(
        places,
        parts,
        viewers.hasGroups()
            ? IntStream.range(0, GroupFigures.AGES).mapToObj(age -> ofAge(tally, age)).toList()
            : List.of(),
        viewers.shape().hasPeriods() ? List.of() : tally.dwellTimes());
  }

  private static AttentionRates ofAge(GroupTally tally, int age) {
    return new AttentionRates(
        tally.rateOfAge(RateKind.DWELL, age),
        tally.rateOfAge(RateKind.ATTENTION, age),
        tally.rateOfAge(RateKind.ATTENTION_SHARE, age));
  }

  private static boolean isAny(AttentionRates rates) {
    return rates.dwellSeconds().isPresent()
        || rates.attentionSeconds().isPresent()
        || rates.share().isPresent();
  }

  /** Vehicles, or people on foot, by place; empty where nothing counts them. */
  Optional<List<PlacePresence>> presence(CountKind kind, RateKind seconds) {
    return span.sources().kinds().contains(kind) && span.sources().of(kind).counter().hasSeen(kind)
        ? Optional.of(
            ranked.stream()
                .map(
                    place ->
                        new PlacePresence(
                            place.place(), place.count(kind), rates.of(seconds, place)))
                .toList())
        : Optional.empty();
  }
}
