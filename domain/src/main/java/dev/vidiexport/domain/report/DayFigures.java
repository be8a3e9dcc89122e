package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * What was counted on a day, or in a longer period that begins on it. Immutable.
 *
 * @param conversion watchers by people who passed by
 * @param attentionSeconds for how long a watcher looked; empty where rows do not tell it
 * @param coverage of all places together
 */
public record DayFigures(
    LocalDate date,
    Counts counts,
    OptionalDouble conversion,
    OptionalDouble attentionSeconds,
    Coverage coverage) {
  public DayFigures {
    requireNonNull(date, "date must not be null");
    requireNonNull(counts, "counts must not be null");
    requireNonNull(conversion, "conversion must not be null");
    requireNonNull(attentionSeconds, "attentionSeconds must not be null");
    requireNonNull(coverage, "coverage must not be null");
  }
}
