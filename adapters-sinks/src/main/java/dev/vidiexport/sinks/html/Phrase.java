package dev.vidiexport.sinks.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text in the language of the page, in which names stand that may be in any. Immutable.
 *
 * @param parts in order; together they are the text
 */
record Phrase(List<Part> parts) {
  /** Around a name in a text without markup: it runs in its own direction. */
  private static final char ISOLATE = '\u2068';

  private static final char END_OF_ISOLATE = '\u2069';

  Phrase {
    parts = List.copyOf(parts);
  }

  /** A text without names. */
  static Phrase of(String text) {
    return new Phrase(List.of(new Part(text, false)));
  }

  /** Phrases with a text between each and the next. */
  static Phrase joined(List<Phrase> phrases, String between) {
    List<Part> parts = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (!parts.isEmpty()) {
        parts.add(new Part(between, false));
      }
      parts.addAll(phrase.parts());
    }
    return new Phrase(parts);
  }

  /** The phrase as it begins a line: its first letter is a capital, unless a name begins it. */
  Phrase capitalised(Locale locale) {
    if (parts.isEmpty() || parts.get(0).name() || parts.get(0).text().isEmpty()) {
      return this;
    }
    String text = parts.get(0).text();
    int first = text.offsetByCodePoints(0, 1);
    List<Part> changed = new ArrayList<>(parts);
    changed.set(
        0, new Part(text.substring(0, first).toUpperCase(locale) + text.substring(first), false));
    return new Phrase(changed);
  }

  /** The phrase where no markup can be, as in an attribute. */
  String plain() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part.name()) {
        text.append(ISOLATE).append(part.text()).append(END_OF_ISOLATE);
      } else {
        text.append(part.text());
      }
    }
    return text.toString();
  }

  /**
   * A part of a phrase.
   *
   * @param name whether it is a name, as it came
   */
  record Part(String text, boolean name) {}
}
