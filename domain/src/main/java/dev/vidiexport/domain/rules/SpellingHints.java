package dev.vidiexport.domain.rules;

import java.util.Optional;

/** Ends of messages that help to put a thing right. */
final class SpellingHints {
  private SpellingHints() {}

  /** Goes on after a word that was found, and names the one that may have been meant. */
  static String didYouMean(Optional<String> suggestion) {
    return suggestion.map(word -> " (did you mean \"" + word + "\"?)").orElse("");
  }
}
