package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.SliceKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan is made for. Immutable.
 *
 * @param asOf the moment that stands for the clock
 * @param start only windows that touch this day or a later one; empty for all
 * @param end only windows that touch this day or an earlier one; empty for all
 * @param retryRefused whether what was refused is asked for whatever its time
 * @param tried the slices that this run asks for, or whose asking has ended in it, in whatever way:
 *     they are neither asked for again in it, nor postponed, and stay what they are. A moment could
 *     not tell them from those of the run before, because two runs may have the same one
 */
public record PlanSettings(
    Instant asOf,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    PlanOrder order,
    boolean retryRefused,
    Set<SliceKey> tried) {
  public PlanSettings {
    requireNonNull(asOf, "asOf must not be null");
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(order, "order must not be null");
    tried = Set.copyOf(tried);
  }

  /** Settings of the first plan of a run. */
  public PlanSettings(
      Instant asOf,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      PlanOrder order,
      boolean retryRefused) {
    this(asOf, start, end, order, retryRefused, Set.of());
  }
}
