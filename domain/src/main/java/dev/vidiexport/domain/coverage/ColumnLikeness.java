package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Tells whether two columns may be the same under two names. */
final class ColumnLikeness {
  private static final double MOST_TIMES = 1.5;

  private ColumnLikeness() {}

  /**
   * Whether their types agree and their names are alike. A history writes keys that nobody
   * documented as texts, so a text agrees with any type here.
   */
  static boolean haveLikeNames(NumberedColumn one, NumberedColumn other) {
    boolean isSameType =
        one.type() == other.type()
            || one.type() == ColumnType.TEXT
            || other.type() == ColumnType.TEXT;
    return isSameType && areLike(one.received(), other.received());
  }

  private static boolean areLike(String one, String other) {
    return SpellingSuggestion.nearest(one, List.of(other)).isPresent()
        || SpellingSuggestion.nearest(other, List.of(one)).isPresent()
        || shareMostWords(one, other);
  }

  /** Of the words of the shorter one more than half are in the other. */
  private static boolean shareMostWords(String one, String other) {
    Set<String> words = words(one);
    Set<String> others = words(other);
    int fewer = Math.min(words.size(), others.size());
    words.retainAll(others);
    return 2 * words.size() > fewer;
  }

  private static Set<String> words(String key) {
    Set<String> words = new HashSet<>(Arrays.asList(key.split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    return words;
  }

  /** Whether the first ended with such numbers as the other began with. */
  static boolean haveLikeValues(ColumnSpan gone, ColumnSpan come) {
    return gone.column().type() == come.column().type()
        && areLike(gone.meanAtLast(), come.meanAtFirst());
  }

  /** Nothing but zeros says nothing. */
  private static boolean areLike(OptionalDouble one, OptionalDouble other) {
    if (one.isEmpty() || other.isEmpty() || one.getAsDouble() * other.getAsDouble() <= 0) {
      return false;
    }
    double ratio = one.getAsDouble() / other.getAsDouble();
    return ratio <= MOST_TIMES && ratio >= 1 / MOST_TIMES;
  }
}
