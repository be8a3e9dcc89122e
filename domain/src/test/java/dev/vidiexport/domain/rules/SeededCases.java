package dev.vidiexport.domain.rules;

import java.util.Random;
import java.util.function.Consumer;

/** Tries a property on random cases, each made from a seed of its own that a failure prints. */
final class SeededCases {
  private static final long FIRST_SEED = 20_160_429;

  private static final String ODD_CHARACTERS =
      "\u0000\t\n\r\u001b\u0085\u00a0\u0660\u0669\u06f5\u0967\u202e\u2028\ufeff\uff10\uff19\ud800\u00bd\u2460";

  private SeededCases() {}

  static void run(int cases, Consumer<Random> property) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + cases; seed++) {
      try {
        property.accept(new Random(seed));
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
      }
    }
  }

  /** A printable character of ASCII, or one that software takes for a digit or for nothing. */
  static char anyCharacterButDigits(Random random) {
    while (true) {
      char character =
          random.nextBoolean()
              ? (char) (' ' + random.nextInt('~' - ' ' + 1))
              : ODD_CHARACTERS.charAt(random.nextInt(ODD_CHARACTERS.length()));
      if (character < '0' || character > '9') {
        return character;
      }
    }
  }
}
