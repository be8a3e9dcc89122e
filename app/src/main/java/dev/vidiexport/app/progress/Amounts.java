package dev.vidiexport.app.progress;

import java.time.Duration;
import java.util.Locale;

/** Numbers for people. */
public final class Amounts {
  private static final double BYTES_PER_MEGABYTE = 1_000_000;
  private static final int DIGITS_OF_GROUP = 3;

  private Amounts() {}

  /** {@code 1 row}, {@code 1,234 rows}. */
  public static String of(long count, String thing) {
    return grouped(count) + " " + thing + (count == 1 ? "" : "s");
  }

  /** {@code 1,234}; a formatter would load what it knows of locales first, in every run. */
  private static String grouped(long count) {
    StringBuilder digits = new StringBuilder(Long.toString(count));
    int first = count < 0 ? 1 : 0;
    for (int at = digits.length() - DIGITS_OF_GROUP; at > first; at -= DIGITS_OF_GROUP) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  /** {@code 120 bytes}, {@code 12.3 MB}. */
  public static String bytes(long bytes) {
    return bytes < BYTES_PER_MEGABYTE ? of(bytes, "byte") : megabytes(bytes);
  }

  /** {@code 12.3 MB}, with 1 MB of a million bytes. */
  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / BYTES_PER_MEGABYTE);
  }

  /** {@code 61.2 MB/s}. */
  static String rate(long bytes, Duration time) {
    double seconds = Math.max(0.001, time.toMillis() / 1000.0);
    return String.format(Locale.ROOT, "%.1f MB/s", bytes / BYTES_PER_MEGABYTE / seconds);
  }
}
