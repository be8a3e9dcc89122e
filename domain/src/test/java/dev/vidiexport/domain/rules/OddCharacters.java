package dev.vidiexport.domain.rules;

import java.util.Random;

/** Characters that nobody should take for something else. */
final class OddCharacters {
  private static final String ODD =
      "\u0000\t\n\r\u001b\u0085\u00a0\u0660\u0669\u06f5\u0967\u202e\u2028\ufeff\uff10\uff19\ud800\u00bd\u2460";

  private OddCharacters() {}

  /** A printable character of ASCII, or one that software takes for a digit or for nothing. */
  static char anyButDigits(Random random) {
    while (true) {
      char character =
          random.nextBoolean()
              ? (char) (' ' + random.nextInt('~' - ' ' + 1))
              : ODD.charAt(random.nextInt(ODD.length()));
      if (character < '0' || character > '9') {
        return character;
      }
    }
  }
}
