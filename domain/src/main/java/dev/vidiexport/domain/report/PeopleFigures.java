package dev.vidiexport.domain.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Who watched. Immutable.
 *
 * @param groups those that rows tell of, by gender, then age
 * @param ageShares what part of the watchers of a part of the day each age is, by the code of the
 *     age; of those parts that have a watcher; empty for rows that know no hours
 */
public record PeopleFigures(
    List<GroupFigures> groups, Map<Daypart, List<OptionalDouble>> ageShares) {
  public PeopleFigures {
    groups = List.copyOf(groups);
    EnumMap<Daypart, List<OptionalDouble>> copy = new EnumMap<>(Daypart.class);
    ageShares.forEach((part, shares) -> copy.put(part, List.copyOf(shares)));
    ageShares = Collections.unmodifiableMap(copy);
  }
}
