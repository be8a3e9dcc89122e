package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number by which VidiCenter knows an object, of any size. Immutable; ordered as a number.
 *
 * @param digits its digits, without zeros before them, behind a minus where it is negative
 */
public record Id(String digits) implements Comparable<Id> {
  /** A fraction of zero changes nothing: some services print whole numbers as {@code 1056.0}. */
  private static final Pattern WRITTEN = Pattern.compile("(-?)0*([0-9]{1,100})(\\.0{1,100})?");

  private static final Pattern DIGITS = Pattern.compile("0|-?[1-9][0-9]{0,99}");

  private static final Comparator<String> BY_SIZE =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  public Id {
    requireNonNull(digits, "digits must not be null");
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "digits must be a whole number, but was \"%s\"".formatted(digits));
    }
  }

  /**
   * Reads an id as VidiCenter wrote it.
   *
   * @return empty when it is no whole number of at most 100 digits
   */
  public static Optional<Id> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    String digits = written.group(2);
    return Optional.of(new Id(digits.equals("0") ? digits : written.group(1) + digits));
  }

  /** The number, where 64 bits hold it. */
  public OptionalLong number() {
    try {
      return OptionalLong.of(Long.parseLong(digits));
    } catch (NumberFormatException beyondLong) {
      return OptionalLong.empty();
    }
  }

  @Override
  public int compareTo(Id other) {
    if (isNegative() != other.isNegative()) {
      return isNegative() ? -1 : 1;
    }
    int bySize = BY_SIZE.compare(digits, other.digits);
    return isNegative() ? -bySize : bySize;
  }

  private boolean isNegative() {
    return digits.startsWith("-");
  }

  /** Its digits. */
  @Override
  public String toString() {
    return digits;
  }
}
