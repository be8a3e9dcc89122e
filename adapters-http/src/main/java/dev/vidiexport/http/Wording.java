package dev.vidiexport.http;

import java.time.Duration;
import java.util.Locale;

/** Numbers as messages show them. */
final class Wording {
  private Wording() {}

  /** {@code 12,345 bytes}. */
  static String bytes(long bytes) {
    return number(bytes) + (bytes == 1 ? " byte" : " bytes");
  }

  /** {@code 12,345}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 500ms}, {@code 12s}, {@code 2m 5s}, {@code 3h}; a fraction of a second counts up. */
  static String duration(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + "ms";
    }
    Duration rounded = duration.plusNanos(999_999_999);
    StringBuilder text = new StringBuilder();
    append(text, rounded.toHours(), "h");
    append(text, rounded.toMinutesPart(), "m");
    append(text, rounded.toSecondsPart(), "s");
    return text.toString();
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(text.isEmpty() ? "" : " ").append(amount).append(unit);
    }
  }
}
