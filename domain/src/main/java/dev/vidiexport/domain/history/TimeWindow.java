package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;

/**
 * A window of an export, in the local time of the locations. Immutable; ordered by its first day.
 *
 * @param firstDay the first of its days, which begins a window of this length
 */
public record TimeWindow(WindowLength length, LocalDate firstDay)
    implements Comparable<TimeWindow> {
  private static final Comparator<TimeWindow> BY_TIME =
      Comparator.comparing(TimeWindow::firstDay).thenComparing(TimeWindow::length);

  public TimeWindow {
    requireNonNull(length, "length must not be null");
    requireNonNull(firstDay, "firstDay must not be null");
    if (!length.firstDayOf(firstDay).equals(firstDay)) {
      throw new IllegalArgumentException(
          "firstDay must begin a window of %s, but was %s".formatted(length.word(), firstDay));
    }
  }

  /** The window in which a day lies. */
  public static TimeWindow around(WindowLength length, LocalDate day) {
    return new TimeWindow(length, length.firstDayOf(day));
  }

  /** The last of its days. */
  public LocalDate lastDay() {
    return length.lastDayOf(firstDay);
  }

  /**
   * Whether any of its days is among some.
   *
   * @param start the first of these; empty for all from the beginning on
   * @param end the last one; empty for all up to the end
   */
  public boolean touches(Optional<LocalDate> start, Optional<LocalDate> end) {
    return (start.isEmpty() || !lastDay().isBefore(start.get()))
        && (end.isEmpty() || !firstDay.isAfter(end.get()));
  }

  /** How many days it has; at least 1. */
  public int days() {
    return (int) (length.firstDayAfter(firstDay).toEpochDay() - firstDay.toEpochDay());
  }

  /** Its first second. */
  public LocalDateTime firstSecond() {
    return firstDay.atStartOfDay();
  }

  /** Its last second. */
  public LocalDateTime lastSecond() {
    return firstSecondAfter().minusSeconds(1);
  }

  /** The first second of the window that follows. */
  public LocalDateTime firstSecondAfter() {
    return length.firstDayAfter(firstDay).atStartOfDay();
  }

  /** The window that follows. */
  public TimeWindow next() {
    return new TimeWindow(length, length.firstDayAfter(firstDay));
  }

  /** The window before it. */
  public TimeWindow previous() {
    return around(length, firstDay.minusDays(1));
  }

  /** Its name in the ledger, in names of folders and of files: {@code 2024-01-01}. */
  public String label() {
    return firstDay.toString();
  }

  @Override
  public int compareTo(TimeWindow other) {
    return BY_TIME.compare(this, other);
  }
}
