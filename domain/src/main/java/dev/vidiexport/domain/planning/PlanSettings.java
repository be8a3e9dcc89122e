package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.TimeWindow;
import java.time.Duration;
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
 * @param dueUntil what becomes due until then is asked for, too, last and not before its time; not
 *     before {@code asOf}
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
    Instant dueUntil,
    boolean retryRefused,
    Set<SliceKey> tried) {
  /** A nightly run that drifts by minutes waits so long for what becomes due. */
  public static final Duration DUE_SOON = Duration.ofHours(2);

  public PlanSettings {
    requireNonNull(asOf, "asOf must not be null");
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(order, "order must not be null");
    requireNonNull(dueUntil, "dueUntil must not be null");
    if (dueUntil.isBefore(asOf)) {
      throw new IllegalArgumentException(
          "dueUntil must not be before %s, but was %s".formatted(asOf, dueUntil));
    }
    tried = Set.copyOf(tried);
  }

  /** Settings of the first plan of a run, which waits for what becomes due soon. */
  public PlanSettings(
      Instant asOf,
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      PlanOrder order,
      boolean retryRefused) {
    this(asOf, start, end, order, asOf.plus(DUE_SOON), retryRefused, Set.of());
  }

  /** Whether a window touches the days that are selected. */
  public boolean selects(TimeWindow window) {
    return window.touches(start, end);
  }
}
