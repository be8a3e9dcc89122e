package dev.vidiexport.domain.enrichment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of columns that can be added, by the word with which users ask for it. */
public enum Addition {
  /** The labels of a place, and what it belongs to. */
  NAMES("names"),
  /** The labels of the tags that a place has. */
  TAGS("tags"),
  /** What codes mean. */
  LABELS("labels"),
  /** Times in seconds that came in parts of one. */
  SECONDS("seconds"),
  /** The parts of the local time of a row. */
  CALENDAR("calendar"),
  /** The time of a row in UTC. */
  UTC("utc");

  private final String word;

  Addition(String word) {
    this.word = word;
  }

  /** The word for it. */
  public String word() {
    return word;
  }

  /** The kind of a word, which is case-sensitive. */
  public static Optional<Addition> find(String word) {
    return Arrays.stream(values()).filter(addition -> addition.word.equals(word)).findFirst();
  }

  /** All words, in the order in which their columns stand. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Addition::word).toList();
  }
}
