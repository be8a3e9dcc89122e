package dev.vidiexport.domain.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures at the head of a report. Immutable.
 *
 * @param figures those that the data have, in the order of the kinds; empty where one cannot be
 *     reckoned
 * @param changes of those that can be compared with an earlier span
 */
public record Headline(
    Map<FigureKind, OptionalDouble> figures, Map<FigureKind, FigureChange> changes) {
  public Headline {
    figures = copy(figures);
    changes = copy(changes);
  }

  private static <T> Map<FigureKind, T> copy(Map<FigureKind, T> values) {
    EnumMap<FigureKind, T> copy = new EnumMap<>(FigureKind.class);
    copy.putAll(values);
    return Collections.unmodifiableMap(copy);
  }

  /** A figure; empty where the data do not have it. */
  public OptionalDouble of(FigureKind kind) {
    return figures.getOrDefault(kind, OptionalDouble.empty());
  }

  /** How a figure changed; empty where that cannot be said. */
  public Optional<FigureChange> change(FigureKind kind) {
    return Optional.ofNullable(changes.get(kind));
  }
}
