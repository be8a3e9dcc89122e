package dev.vidiexport.domain.rules;

import java.util.Optional;

/** Ends of messages that help to correct a mistake. */
final class SpellingHints {
  private SpellingHints() {}

  /** Follows a word that was found, and names the one that may have been meant. */
  static String didYouMean(Optional<String> suggestion) {
    return suggestion.map(word -> " (did you mean \"" + word + "\"?)").orElse("");
  }
}
