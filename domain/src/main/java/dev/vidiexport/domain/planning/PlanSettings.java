package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a plan is made for. Immutable.
 *
 * @param asOf the moment that stands for the clock
 * @param start only windows that touch this day or a later one; empty for all
 * @param end only windows that touch this day or an earlier one; empty for all
 * @param retryRefused whether what was refused is asked for whatever its time
 */
public record PlanSettings(
    Instant asOf,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    PlanOrder order,
    boolean retryRefused) {
  public PlanSettings {
    requireNonNull(asOf, "asOf must not be null");
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(order, "order must not be null");
  }
}
