package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.history.TimeWindow;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out how the keys of an export changed.
 *
 * <p>A key that is missing for less than a week may only be late, and is not told; unless another
 * one with a name like it came right after it, which looks renamed at once.
 */
public final class ColumnChanges {
  private static final int DAYS_OF_WEEK = 7;

  private final List<ColumnSpan> spans;
  private final TimeWindow begin;
  private final TimeWindow end;

  private ColumnChanges(List<ColumnSpan> spans, TimeWindow begin, TimeWindow end) {
    this.spans = spans;
    this.begin = begin;
    this.end = end;
  }

  /**
   * The changes that columns show, by the windows that show them.
   *
   * @param spans of the columns that ever had a value
   * @param firstWithRows the export's first window in which there are rows; empty where there are
   *     none
   * @param lastWithRows the last one; empty where there are none
   */
  public static List<ColumnChange> of(
      List<ColumnSpan> spans,
      Optional<TimeWindow> firstWithRows,
      Optional<TimeWindow> lastWithRows) {
    if (firstWithRows.isEmpty() || lastWithRows.isEmpty()) {
      return List.of();
    }
    return new ColumnChanges(spans, firstWithRows.get(), lastWithRows.get()).find();
  }

  private List<ColumnChange> find() {
    List<ColumnSpan> come = spans.stream().filter(this::isNew).toList();
    List<ColumnSpan> missing = spans.stream().filter(span -> daysMissing(span) > 0).toList();
    List<Pair> pairs = pairs(missing, come);
    Set<ColumnSpan> renamed = new HashSet<>();
    Set<ColumnSpan> successors = new HashSet<>();
    List<ColumnChange> changes = new ArrayList<>();
    for (Pair pair : pairs) {
      renamed.add(pair.gone());
      successors.add(pair.come());
      changes.add(
          new ColumnChange.Renamed(
              pair.gone().column(), pair.come().column(), pair.come().first()));
    }
    come.stream()
        .filter(span -> !successors.contains(span))
        .map(span -> new ColumnChange.Appeared(span.column(), span.first()))
        .forEach(changes::add);
    missing.stream()
        .filter(span -> daysMissing(span) >= DAYS_OF_WEEK && !renamed.contains(span))
        .map(span -> new ColumnChange.Disappeared(span.column(), span.last().next()))
        .forEach(changes::add);
    changes.sort(
        Comparator.comparing(ColumnChange::window)
            .thenComparing(change -> change.column().number()));
    return List.copyOf(changes);
  }

  private boolean isNew(ColumnSpan span) {
    return span.first().compareTo(begin) > 0;
  }

  /** How many days of the newest windows with rows have no value. */
  private long daysMissing(ColumnSpan span) {
    return ChronoUnit.DAYS.between(span.last().lastDay(), end.lastDay());
  }

  /**
   * A column that has gone and one that came in its place.
   *
   * @param isByName whether their names are alike, which says more than their values
   * @param daysApart how far the going of the one is from the coming of the other
   */
  private record Pair(ColumnSpan gone, ColumnSpan come, boolean isByName, long daysApart) {}

  /** Of all that may be pairs the likeliest ones, each column once. */
  private List<Pair> pairs(List<ColumnSpan> missing, List<ColumnSpan> come) {
    List<Pair> possible = new ArrayList<>();
    for (ColumnSpan gone : missing) {
      for (ColumnSpan successor : come) {
        pair(gone, successor).ifPresent(possible::add);
      }
    }
    possible.sort(
        Comparator.comparing((Pair pair) -> !pair.isByName())
            .thenComparing(Pair::daysApart)
            .thenComparing(pair -> pair.gone().column().number())
            .thenComparing(pair -> pair.come().column().number()));
    Set<ColumnSpan> gone = new HashSet<>();
    Set<ColumnSpan> successors = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : possible) {
      if (!gone.contains(pair.gone()) && !successors.contains(pair.come())) {
        gone.add(pair.gone());
        successors.add(pair.come());
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private Optional<Pair> pair(ColumnSpan gone, ColumnSpan come) {
    long days = ChronoUnit.DAYS.between(gone.last().next().firstDay(), come.first().firstDay());
    boolean areTogether =
        Math.abs(days) <= DAYS_OF_WEEK
            && come.first().compareTo(gone.first()) > 0
            && come.last().compareTo(gone.last()) > 0;
    if (!areTogether) {
      return Optional.empty();
    }
    boolean isByName = ColumnLikeness.haveLikeNames(gone.column(), come.column());
    boolean isSure = daysMissing(gone) >= DAYS_OF_WEEK;
    // Days that are negative: for a while there were both.
    boolean isPair =
        isSure ? isByName || ColumnLikeness.haveLikeValues(gone, come) : isByName && days >= 0;
    return isPair ? Optional.of(new Pair(gone, come, isByName, Math.abs(days))) : Optional.empty();
  }
}
