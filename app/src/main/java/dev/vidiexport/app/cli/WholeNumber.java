package dev.vidiexport.app.cli;

import java.math.BigInteger;

/** Reads whole numbers as users write them. */
final class WholeNumber {
  private WholeNumber() {}

  /**
   * Reads a number in ASCII digits.
   *
   * @throws IllegalArgumentException when it is not one, or out of range; the message is a clause
   *     that goes on after the option's name
   */
  static long parse(String text, long least, long most) {
    if (text.matches("-?[0-9]{1,20}")) {
      BigInteger number = new BigInteger(text);
      if (number.compareTo(BigInteger.valueOf(least)) >= 0
          && number.compareTo(BigInteger.valueOf(most)) <= 0) {
        return number.longValueExact();
      }
    }
    throw new IllegalArgumentException(
        "must be a whole number from %s to %s, but was \"%s\"".formatted(least, most, text));
  }
}
