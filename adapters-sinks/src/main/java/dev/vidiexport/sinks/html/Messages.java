package dev.vidiexport.sinks.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says in one language. A placeholder is a word in braces. A message about a number of
 * things has two forms, {@code KEY.one} and {@code KEY.other}. Immutable.
 */
final class Messages {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)\\}");

  private static final String UNKNOWN = "unknown.";

  private final PageLanguage language;
  private final SortedMap<String, String> texts;

  private Messages(PageLanguage language, SortedMap<String, String> texts) {
    this.language = language;
    this.texts = Collections.unmodifiableSortedMap(texts);
  }

  /** Those of a language. */
  static Messages of(PageLanguage language) {
    String file = "messages_" + language.tag() + ".properties";
    Properties properties = new Properties();
    try (InputStream stream = Messages.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + file + " is not there");
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedMap<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return new Messages(language, texts);
  }

  /** The same, but each that has a sister {@code unknown.KEY} says what that says. */
  Messages ofUnknown() {
    SortedMap<String, String> changed = new TreeMap<>(texts);
    texts.forEach(
        (key, text) -> {
          if (key.startsWith(UNKNOWN)) {
            changed.put(key.substring(UNKNOWN.length()), text);
          }
        });
    return new Messages(language, changed);
  }

  /** All of them, by their keys. */
  Map<String, String> all() {
    return texts;
  }

  /** A message without placeholders. */
  String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no message " + key + " in " + language.tag());
    }
    return text;
  }

  /**
   * A pattern for a date. D stands in it for the day of the month, the first of which has a name of
   * its own in some languages.
   */
  String datePattern(String key, LocalDate date) {
    return text(key).replace("D", date.getDayOfMonth() == 1 ? text("date.first") : "d");
  }

  /** A message with its placeholders filled. */
  Phrase phrase(String key, Argument... arguments) {
    String text = text(key);
    List<Phrase.Part> parts = new ArrayList<>();
    Matcher placeholder = PLACEHOLDER.matcher(text);
    int from = 0;
    while (placeholder.find()) {
      add(parts, text.substring(from, placeholder.start()));
      parts.addAll(argument(key, placeholder.group(1), arguments).parts());
      from = placeholder.end();
    }
    add(parts, text.substring(from));
    return new Phrase(parts);
  }

  /** A message in the form for so many things. */
  Phrase counted(String key, double count, Argument... arguments) {
    return phrase(key + (language.isSingular(count) ? ".one" : ".other"), arguments);
  }

  private static void add(List<Phrase.Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Phrase.Part(text, false));
    }
  }

  private static Phrase argument(String key, String placeholder, Argument... arguments) {
    for (Argument argument : arguments) {
      if (argument.placeholder().equals(placeholder)) {
        return argument.value();
      }
    }
    throw new IllegalArgumentException("nothing for {" + placeholder + "} of " + key);
  }
}
