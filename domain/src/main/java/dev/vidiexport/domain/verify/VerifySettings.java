package dev.vidiexport.domain.verify;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.TimeWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is to be looked at. Immutable.
 *
 * @param exports in the order in which they are told
 * @param start only windows that touch this day or a later one; empty for all
 * @param end only windows that touch this day or an earlier one; empty for all
 * @param withRows whether rows are read back, too
 * @param threads how many look at files at the same time; at least 1
 */
public record VerifySettings(
    List<VerifiedExport> exports,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    HistoryPart part,
    boolean withRows,
    int threads) {
  public VerifySettings {
    exports = List.copyOf(exports);
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(part, "part must not be null");
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
    }
  }

  /** Whether a window touches the days that are selected. */
  boolean selects(TimeWindow window) {
    return window.touches(start, end);
  }

  /** Whether all days are selected: what stands in no window's folder belongs to none. */
  boolean selectsAllDays() {
    return start.isEmpty() && end.isEmpty();
  }
}
