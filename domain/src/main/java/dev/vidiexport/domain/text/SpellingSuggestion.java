package dev.vidiexport.domain.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody may have meant: {@code parquet} for {@code parqet}. */
public final class SpellingSuggestion {
  /** Longer words are not typed by people, and comparing them costs the square of their length. */
  private static final int MOST_CHARACTERS = 100;

  /** A shorter beginning fits too many words to mean one of them. */
  private static final int LEAST_PREFIX_CHARACTERS = 3;

  private SpellingSuggestion() {}

  /**
   * The candidate that is nearest to a word, upper and lower case being the same: the shortest one
   * that begins with it, else the one that the fewest typing errors separate from it. Of equals the
   * first wins.
   *
   * @param word what was written; may be anything
   * @param candidates the words there are
   * @return empty when no candidate is near: more than one error, and one more for each four
   *     characters, is too far
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    if (word.isEmpty() || word.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    String wanted = word.toLowerCase(Locale.ROOT);
    Optional<String> continued = shortestThatBeginsWith(wanted, candidates);
    return continued.isPresent() ? continued : fewestSlips(wanted, candidates);
  }

  /** Asks for the word that was found, as a sentence that follows another one. */
  public static String asQuestion(String nearest) {
    return " Did you mean \"" + nearest + "\"?";
  }

  private static Optional<String> shortestThatBeginsWith(
      String wanted, Collection<String> candidates) {
    if (wanted.length() < LEAST_PREFIX_CHARACTERS) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(candidate -> candidate.toLowerCase(Locale.ROOT).startsWith(wanted))
        .min(Comparator.comparingInt(String::length));
  }

  private static Optional<String> fewestSlips(String wanted, Collection<String> candidates) {
    int fewest = 1 + wanted.length() / 4;
    String nearest = null;
    for (String candidate : candidates) {
      int slips = EditDistance.between(wanted, candidate.toLowerCase(Locale.ROOT));
      // As many errors as characters would turn any word into any other.
      boolean isNearer = nearest == null ? slips <= fewest : slips < fewest;
      if (isNearer && slips < wanted.length()) {
        fewest = slips;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }
}
