package dev.vidiexport.sinks.html;

import java.util.List;

/**
 * What stands in a message for a placeholder.
 *
 * @param placeholder its name, without braces
 */
record Argument(String placeholder, Phrase value) {
  /** A text of the page. */
  static Argument of(String placeholder, String text) {
    return new Argument(placeholder, Phrase.of(text));
  }

  /** A name, as it came. */
  static Argument name(String placeholder, String name) {
    return new Argument(placeholder, new Phrase(List.of(new Phrase.Part(name, true))));
  }
}
