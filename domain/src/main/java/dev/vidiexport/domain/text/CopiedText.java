package dev.vidiexport.domain.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A name or a secret that somebody copied from a page, a mail or a file of settings, with more than
 * was meant: quotation marks around it, or characters in it that nobody sees.
 */
public final class CopiedText {
  private static final String QUOTES = "\"'`´«»‹›\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F";

  /** Letters, marks and symbols that show nothing all the same. */
  private static final Set<Integer> BLANK =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  private CopiedText() {}

  /**
   * What is wrong with a text, as a clause that goes on after its name; it repeats nothing of the
   * text but a character that cannot be seen, by its number and name.
   *
   * @param text without the blanks around it; an ordinary blank inside is not looked for
   */
  public static Optional<String> problemWith(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("must not contain control characters, such as the end of a line");
    }
    if (!text.isEmpty() && (isQuote(text.charAt(0)) || isQuote(text.charAt(text.length() - 1)))) {
      return Optional.of("must not be in quotation marks, but begins or ends with one");
    }
    int position = 0;
    for (int index = 0; index < text.length(); ) {
      int codePoint = text.codePointAt(index);
      index += Character.charCount(codePoint);
      position++;
      if (isInvisible(codePoint)) {
        return Optional.of(
            "must not contain characters that cannot be seen, but character %s is %s"
                .formatted(position, described(codePoint)));
      }
    }
    return Optional.empty();
  }

  private static boolean isQuote(char character) {
    return QUOTES.indexOf(character) >= 0;
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.SPACE_SEPARATOR -> codePoint != ' ';
      default -> BLANK.contains(codePoint) || isVariationSelector(codePoint);
    };
  }

  private static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
        || (codePoint >= 0x180B && codePoint <= 0x180D);
  }

  /** The number and the name of a character: {@code U+200B (ZERO WIDTH SPACE)}. */
  public static String described(int codePoint) {
    String name = Character.getName(codePoint);
    return String.format(Locale.ROOT, "U+%04X", codePoint)
        + (name == null ? "" : " (" + name + ")");
  }
}
