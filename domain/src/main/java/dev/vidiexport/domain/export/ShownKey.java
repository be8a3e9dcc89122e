package dev.vidiexport.domain.export;

/** A key of a row, as a message shows it: quoted, not too long, and without control characters. */
final class ShownKey {
  private static final int MOST_CHARACTERS = 60;

  private ShownKey() {}

  static String of(String key) {
    StringBuilder shown = new StringBuilder("\"");
    key.codePoints()
        .limit(MOST_CHARACTERS)
        .forEach(character -> shown.appendCodePoint(isHarmless(character) ? character : '?'));
    boolean isCut = key.codePointCount(0, key.length()) > MOST_CHARACTERS;
    return shown.append(isCut ? "…\"" : "\"").toString();
  }

  /** A terminal obeys control characters, and lets others turn the text around them. */
  private static boolean isHarmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
