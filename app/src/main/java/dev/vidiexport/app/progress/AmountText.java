package dev.vidiexport.app.progress;

import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;
import java.util.Locale;

/** Amounts of data for people. */
public final class AmountText {
  private static final double BYTES_PER_MEGABYTE = 1_000_000;

  private AmountText() {}

  /** {@code 120 bytes}, {@code 12.3 MB}. */
  public static String bytes(long bytes) {
    return bytes < BYTES_PER_MEGABYTE ? NumberText.counted(bytes, "byte") : megabytes(bytes);
  }

  /** {@code 120 bytes}, {@code 12.3 MB}, {@code 5.6 GB}, {@code 1.2 TB}: of whole histories. */
  public static String size(long bytes) {
    if (bytes < 1_000 * BYTES_PER_MEGABYTE) {
      return bytes(bytes);
    }
    double gigabytes = bytes / BYTES_PER_MEGABYTE / 1_000;
    return gigabytes < 1_000
        ? String.format(Locale.ROOT, "%.1f GB", gigabytes)
        : String.format(Locale.ROOT, "%.1f TB", gigabytes / 1_000);
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
