package dev.vidiexport.domain.typing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads a JSON number and says which type of column holds it without loss. The characters are a
 * number as JSON writes it; whoever read them has checked that.
 */
final class NumberScanner {
  private static final long LARGEST_EXACT_IN_DOUBLE = 1L << 53;
  private static final int MOST_SIGNIFICANT_DIGITS = 17;
  private static final int DIGITS_SURE_TO_FIT_LONG = 18;

  /** Whatever the digits, a number with a larger exponent is beyond 64 bits, or not whole. */
  private static final int LARGEST_EXPONENT_LOOKED_AT = 2000;

  private static final int MOST_DIGITS_FOR_EXACT_PRODUCT = 15;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private long whole;
  private double decimal;

  private boolean negative;
  private boolean plain;
  private boolean fractionIsZero;
  private long digits;
  private int significantDigits;
  private int significantDigitsOfWhole;
  private int fractionDigits;
  private int exponent;

  /**
   * Reads a number.
   *
   * @param byValue whether a number that is whole by its value counts as whole, however it is
   *     written; otherwise a point or an exponent makes it a decimal
   */
  ValueShape scan(byte[] text, int offset, int length, boolean byValue) {
    return length <= DIGITS_SURE_TO_FIT_LONG && isPlainWhole(text, offset, offset + length)
        ? shapeOfWhole()
        : scanAny(text, offset, length, byValue);
  }

  /** Most numbers are a few digits and nothing else; what they are is found on the way. */
  private boolean isPlainWhole(byte[] text, int offset, int end) {
    negative = text[offset] == '-';
    long magnitude = 0;
    for (int at = negative ? offset + 1 : offset; at < end; at++) {
      if (!isDigit(text[at])) {
        return false;
      }
      magnitude = magnitude * 10 + (text[at] - '0');
    }
    whole = negative ? -magnitude : magnitude;
    return true;
  }

  private ValueShape scanAny(byte[] text, int offset, int length, boolean byValue) {
    take(text, offset, length);
    if (plain) {
      return scanPlain(text, offset, length);
    }
    if (byValue && isWholeByValue(text, offset, length)) {
      return shapeOfWhole();
    }
    return scanDecimal(text, offset, length);
  }

  long whole() {
    return whole;
  }

  double decimal() {
    return decimal;
  }

  /** Takes the text apart; digits beyond the 18th are counted, not kept. */
  private void take(byte[] text, int offset, int length) {
    int end = offset + length;
    int at = offset;
    negative = text[at] == '-';
    if (negative) {
      at++;
    }
    plain = true;
    fractionIsZero = true;
    digits = 0;
    significantDigits = 0;
    fractionDigits = 0;
    exponent = 0;
    while (at < end && isDigit(text[at])) {
      takeDigit(text[at++]);
    }
    significantDigitsOfWhole = significantDigits;
    if (at < end && text[at] == '.') {
      plain = false;
      at++;
      while (at < end && isDigit(text[at])) {
        fractionIsZero &= text[at] == '0';
        fractionDigits++;
        takeDigit(text[at++]);
      }
    }
    if (at < end) {
      plain = false;
      takeExponent(text, at + 1, end);
    }
  }

  private void takeDigit(byte digit) {
    if (significantDigits > 0 || digit != '0') {
      significantDigits++;
      if (significantDigits <= DIGITS_SURE_TO_FIT_LONG) {
        digits = digits * 10 + (digit - '0');
      }
    }
  }

  private void takeExponent(byte[] text, int from, int end) {
    int at = from;
    boolean minus = text[at] == '-';
    if (minus || text[at] == '+') {
      at++;
    }
    while (at < end && exponent <= LARGEST_EXPONENT_LOOKED_AT) {
      exponent = exponent * 10 + (text[at++] - '0');
    }
    if (minus) {
      exponent = -exponent;
    }
  }

  private ValueShape scanPlain(byte[] text, int offset, int length) {
    if (significantDigits <= DIGITS_SURE_TO_FIT_LONG) {
      whole = negative ? -digits : digits;
      return shapeOfWhole();
    }
    if (significantDigits == DIGITS_SURE_TO_FIT_LONG + 1) {
      BigInteger large = new BigInteger(new String(text, offset, length, ISO_8859_1));
      if (large.bitLength() < Long.SIZE) {
        whole = large.longValueExact();
        return shapeOfWhole();
      }
    }
    return ValueShape.OTHER;
  }

  private ValueShape shapeOfWhole() {
    if (whole < -LARGEST_EXACT_IN_DOUBLE || whole > LARGEST_EXACT_IN_DOUBLE) {
      return ValueShape.LARGE_WHOLE;
    }
    decimal = whole == 0 && negative ? -0.0 : whole;
    return ValueShape.WHOLE;
  }

  private boolean isWholeByValue(byte[] text, int offset, int length) {
    if (significantDigits == 0) {
      whole = 0;
      return true;
    }
    if (exponent == 0 && fractionIsZero && significantDigits <= DIGITS_SURE_TO_FIT_LONG) {
      long magnitude = digits / powerOfTen(trailingFraction());
      whole = negative ? -magnitude : magnitude;
      return true;
    }
    if (!isExponentKept()) {
      return false;
    }
    BigDecimal value =
        new BigDecimal(new String(text, offset, length, ISO_8859_1)).stripTrailingZeros();
    if (value.scale() > 0 || value.precision() - value.scale() > DIGITS_SURE_TO_FIT_LONG + 1) {
      return false;
    }
    BigInteger large = value.toBigIntegerExact();
    if (large.bitLength() >= Long.SIZE) {
      return false;
    }
    whole = large.longValueExact();
    return true;
  }

  /** Whether {@code exponent} is the one written; of a larger one only the beginning is kept. */
  private boolean isExponentKept() {
    return Math.abs(exponent) <= LARGEST_EXPONENT_LOOKED_AT;
  }

  /** How many of the kept digits stand behind the point. */
  private int trailingFraction() {
    return significantDigits - significantDigitsOfWhole;
  }

  private ValueShape scanDecimal(byte[] text, int offset, int length) {
    if (significantDigits > MOST_SIGNIFICANT_DIGITS) {
      return ValueShape.OTHER;
    }
    int power = exponent - fractionDigits;
    if (isExponentKept()
        && significantDigits <= MOST_DIGITS_FOR_EXACT_PRODUCT
        && power > -POWERS_OF_TEN.length
        && power < POWERS_OF_TEN.length) {
      // Both factors are exact in a double, so the one rounding of the result is the right one.
      double magnitude = power < 0 ? digits / POWERS_OF_TEN[-power] : digits * POWERS_OF_TEN[power];
      decimal = negative ? -magnitude : magnitude;
    } else {
      decimal = Double.parseDouble(new String(text, offset, length, ISO_8859_1));
    }
    boolean lost = Double.isInfinite(decimal) || (decimal == 0 && significantDigits > 0);
    return lost ? ValueShape.OTHER : ValueShape.DECIMAL;
  }

  private static long powerOfTen(int power) {
    return (long) POWERS_OF_TEN[power];
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }
}
