package dev.vidiexport.domain.topology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads how far the time of a location is from UTC, as VidiCenter writes it. */
public final class OffsetText {
  private static final Pattern SECONDS = Pattern.compile("[+-]?[0-9]{1,6}(\\.[0-9]{0,20})?");
  private static final long WESTERNMOST = Duration.ofHours(-12).toSeconds();
  private static final long EASTERNMOST = Duration.ofHours(14).toSeconds();

  private OffsetText() {}

  /**
   * The seconds to the east.
   *
   * @return empty when it is no number, or no clock on earth is so far from UTC
   */
  public static OptionalInt seconds(String text) {
    String stripped = text.strip();
    if (!SECONDS.matcher(stripped).matches()) {
      return OptionalInt.empty();
    }
    int seconds = new BigDecimal(stripped).setScale(0, RoundingMode.FLOOR).intValueExact();
    return seconds < WESTERNMOST || seconds > EASTERNMOST
        ? OptionalInt.empty()
        : OptionalInt.of(seconds);
  }
}
