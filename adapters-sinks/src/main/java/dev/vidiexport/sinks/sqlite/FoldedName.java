package dev.vidiexport.sinks.sqlite;

import java.util.stream.Collectors;

/** What is the same of names that SQLite takes for one. */
final class FoldedName {
  private FoldedName() {}

  /** Such names differ in the case of A to Z alone. */
  static String of(String name) {
    return name.chars()
        .map(character -> character >= 'A' && character <= 'Z' ? character + 32 : character)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
