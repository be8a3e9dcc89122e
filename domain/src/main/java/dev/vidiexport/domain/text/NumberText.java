package dev.vidiexport.domain.text;

/** Whole numbers for people, in any locale with a comma between groups of three digits. */
public final class NumberText {
  private static final int DIGITS_OF_GROUP = 3;

  private NumberText() {}

  /** {@code 7}, {@code 12,345}, {@code -1,234}. */
  public static String of(long number) {
    // A formatter would first load what it knows of locales, in every run.
    StringBuilder digits = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int at = digits.length() - DIGITS_OF_GROUP; at > first; at -= DIGITS_OF_GROUP) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  /**
   * {@code 0 rows}, {@code 1 row}, {@code 1,234 rows}.
   *
   * @param count not negative
   * @param thing the word for one of them, whose plural ends in an {@code s} more
   */
  public static String counted(long count, String thing) {
    return of(count) + " " + thing + (count == 1 ? "" : "s");
  }
}
