package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.AttentionFigures;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Coverage;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.Daypart;
import dev.vidiexport.domain.report.Findings;
import dev.vidiexport.domain.report.GroupFigures;
import dev.vidiexport.domain.report.HourFigures;
import dev.vidiexport.domain.report.HoursOfDay;
import dev.vidiexport.domain.report.PeopleFigures;
import dev.vidiexport.domain.report.PlaceAttention;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.domain.report.PlaceName;
import dev.vidiexport.domain.report.PlaceQuality;
import dev.vidiexport.domain.report.WeekPart;
import dev.vidiexport.domain.report.WeekTime;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** Decides what stands out enough to be said. */
final class FindingRules {
  private static final double LEAD = 1.05;
  private static final double COVERAGE_GAP = 0.05;

  private FindingRules() {}

  /** One of several, with its figure. */
  private record Scored<T>(T what, double score) {}

  static Findings of(
      CountKind main,
      List<DayFigures> days,
      Optional<HourFigures> hours,
      List<PlaceFigures> places,
      Optional<PeopleFigures> people,
      Optional<AttentionFigures> attention,
      List<PlaceQuality> quality,
      OptionalDouble coverage) {
    List<Scored<WeekTime>> weekTimes = hours.map(FindingRules::weekTimes).orElse(List.of());
    boolean areAlike = weekTimes.stream().mapToDouble(Scored::score).distinct().count() < 2;
    return new Findings(
        areAlike ? Optional.empty() : first(weekTimes, 1).map(Scored::what),
        areAlike ? Optional.empty() : first(weekTimes, -1).map(Scored::what),
        leading(scored(days, day -> day.counts().of(main))).map(DayFigures::date),
        leading(hours.map(FindingRules::weekParts).orElse(List.of())),
        leading(scored(places, place -> place.counts().of(main))).map(PlaceFigures::place),
        leading(
            scored(
                people.map(PeopleFigures::groups).orElse(List.of()).stream()
                    .filter(group -> group.gender() != 0 && group.age() != 0)
                    .toList(),
                GroupFigures::watchers)),
        leading(
                scored(
                    attention.map(AttentionFigures::places).orElse(List.of()),
                    place -> place.rates().attentionSeconds()))
            .map(PlaceAttention::place),
        leastCovered(quality, coverage));
  }

  private static <T> List<Scored<T>> scored(List<T> all, Function<T, OptionalDouble> score) {
    List<Scored<T>> scored = new ArrayList<>();
    for (T one : all) {
      score.apply(one).ifPresent(value -> scored.add(new Scored<>(one, value)));
    }
    return scored;
  }

  /** The one with the highest score, or the lowest; of equals the first. */
  private static <T> Optional<Scored<T>> first(List<Scored<T>> scored, int sign) {
    Scored<T> found = null;
    for (Scored<T> next : scored) {
      if (found == null || sign * next.score() > sign * found.score()) {
        found = next;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The one with the highest score, if there are others and it is well before them. */
  private static <T> Optional<T> leading(List<Scored<T>> scored) {
    double[] ascending = scored.stream().mapToDouble(Scored::score).sorted().toArray();
    if (ascending.length < 2) {
      return Optional.empty();
    }
    double best = ascending[ascending.length - 1];
    double second = ascending[ascending.length - 2];
    return best > 0 && best >= second * LEAD
        ? first(scored, 1).map(Scored::what)
        : Optional.empty();
  }

  private static List<Scored<WeekTime>> weekTimes(HourFigures hours) {
    List<Scored<WeekTime>> times = new ArrayList<>();
    hours
        .week()
        .forEach(
            (weekday, ofDay) -> {
              for (int hour = 0; hour < HoursOfDay.COUNT; hour++) {
                WeekTime time = new WeekTime(weekday, hour);
                ofDay.of(hour).ifPresent(mean -> times.add(new Scored<>(time, mean)));
              }
            });
    return times;
  }

  private static List<Scored<WeekPart>> weekParts(HourFigures hours) {
    List<Scored<WeekPart>> parts = new ArrayList<>();
    hours
        .week()
        .forEach(
            (weekday, ofDay) -> {
              for (Daypart part : Daypart.values()) {
                mean(ofDay, part).ifPresent(mean -> parts.add(scoredPart(weekday, part, mean)));
              }
            });
    return parts;
  }

  private static Scored<WeekPart> scoredPart(DayOfWeek weekday, Daypart part, double mean) {
    return new Scored<>(new WeekPart(weekday, part), mean);
  }

  private static OptionalDouble mean(HoursOfDay ofDay, Daypart part) {
    return ofDay.values().subList(part.firstHour(), part.endHour()).stream()
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  private static Optional<PlaceName> leastCovered(
      List<PlaceQuality> quality, OptionalDouble coverage) {
    List<Scored<PlaceName>> shares = new ArrayList<>();
    for (PlaceQuality place : quality) {
      share(place.coverage()).ifPresent(share -> shares.add(new Scored<>(place.place(), share)));
    }
    return first(shares, -1)
        .filter(least -> least.score() <= coverage.orElse(0) - COVERAGE_GAP)
        .map(Scored::what);
  }

  private static OptionalDouble share(List<Coverage> cells) {
    long measured = cells.stream().mapToLong(cell -> cell.measured().orElse(0)).sum();
    long expected = cells.stream().mapToLong(cell -> cell.expected().orElse(0)).sum();
    return new Coverage(OptionalLong.of(measured), OptionalLong.of(expected)).share();
  }
}
