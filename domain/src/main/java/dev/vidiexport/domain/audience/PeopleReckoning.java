package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Daypart;
import dev.vidiexport.domain.report.GroupFigures;
import dev.vidiexport.domain.report.PeopleFigures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Reckons who watched. */
final class PeopleReckoning {
  private PeopleReckoning() {}

  /** Empty where rows tell no gender and age, or no watcher was counted. */
  static Optional<PeopleFigures> of(FigureSources sources) {
    if (!sources.kinds().contains(CountKind.WATCHERS)) {
      return Optional.empty();
    }
    AudienceCounter counter = sources.of(CountKind.WATCHERS).counter();
    return counter.hasGroups() && counter.hasSeen(CountKind.WATCHERS)
        ? Optional.of(figures(counter))
        : Optional.empty();
  }

  private static PeopleFigures figures(AudienceCounter counter) {
    GroupTally tally = counter.groups();
    double all = 0;
    List<GroupFigures> groups = new ArrayList<>();
    for (int gender = 0; gender < GroupFigures.GENDERS; gender++) {
      for (int age = 0; age < GroupFigures.AGES; age++) {
        OptionalDouble watchers = tally.watchers(gender, age);
        all += watchers.orElse(0);
        if (watchers.isPresent()) {
          groups.add(new GroupFigures(gender, age, watchers, OptionalDouble.empty()));
        }
      }
    }
    double divisor = all;
    return new PeopleFigures(
        groups.stream().map(group -> withShare(group, divisor)).toList(),
        counter.shape().hasHours() ? ageShares(tally) : Map.of());
  }

  private static GroupFigures withShare(GroupFigures group, double all) {
    return new GroupFigures(
        group.gender(), group.age(), group.watchers(), share(group.watchers(), all));
  }

  private static OptionalDouble share(OptionalDouble watchers, double all) {
    return watchers.isPresent() && all > 0
        ? OptionalDouble.of(watchers.getAsDouble() / all)
        : OptionalDouble.empty();
  }

  private static Map<Daypart, List<OptionalDouble>> ageShares(GroupTally tally) {
    Map<Daypart, List<OptionalDouble>> shares = new EnumMap<>(Daypart.class);
    for (Daypart part : Daypart.values()) {
      List<OptionalDouble> watchers =
          IntStream.range(0, GroupFigures.AGES)
              .mapToObj(age -> tally.watchersOfAge(part, age))
              .toList();
      double all = watchers.stream().mapToDouble(count -> count.orElse(0)).sum();
      if (all > 0) {
        shares.put(part, watchers.stream().map(count -> share(count, all)).toList());
      }
    }
    return shares;
  }
}
