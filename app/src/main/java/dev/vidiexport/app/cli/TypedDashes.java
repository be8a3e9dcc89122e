package dev.vidiexport.app.cli;

import dev.vidiexport.domain.text.CopiedText;
import java.util.Optional;

/**
 * Options in which a program for writing or a page of the web has put other dashes for the hyphens:
 * {@code –data-type} for {@code --data-type}. A character that the locale lost may have been one.
 */
final class TypedDashes {
  /** Hyphens and dashes of Unicode, the minus signs, and the soft hyphen. */
  private static final String OTHERS =
      "\u00AD\u058A\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D";

  private static final char LOST = '\uFFFD';

  private TypedDashes() {}

  /**
   * The option that a word would be with hyphens; empty when it has other dashes in no place where
   * an option has hyphens.
   */
  static Optional<String> withHyphens(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    int begin = 0;
    while (begin < name.length() && isDash(name.charAt(begin))) {
      begin++;
    }
    if (begin == 0 || begin == name.length()) {
      return Optional.empty();
    }
    StringBuilder option = new StringBuilder(begin == name.length() - 1 ? "-" : "--");
    name.substring(begin)
        .chars()
        .forEach(character -> option.append(isOther(character) ? '-' : (char) character));
    return name.chars().anyMatch(TypedDashes::isOtherOrLost)
        ? Optional.of(option.toString())
        : Optional.empty();
  }

  /** Which character of a word is the first that should be a hyphen, as the end of a sentence. */
  static String found(String word) {
    for (int index = 0; index < word.length(); index++) {
      if (isOther(word.charAt(index))) {
        return ": its character %s is %s, not a hyphen"
            .formatted(index + 1, CopiedText.described(word.charAt(index)));
      }
    }
    return "";
  }

  private static boolean isDash(char character) {
    return character == '-' || isOtherOrLost(character);
  }

  private static boolean isOtherOrLost(int character) {
    return character == LOST || isOther(character);
  }

  private static boolean isOther(int character) {
    return OTHERS.indexOf(character) >= 0;
  }
}
