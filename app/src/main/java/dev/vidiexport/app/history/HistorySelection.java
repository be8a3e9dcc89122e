package dev.vidiexport.app.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.planning.PlanOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The part of a history that a command is about. Immutable.
 *
 * @param target the folder of the history, absolute
 * @param exports those that were chosen, in the order of the project file; at least one
 * @param start only windows that touch this day or a later one; empty for all
 * @param end only windows that touch this day or an earlier one; empty for all
 * @param asOf the moment that stands for the clock; empty for the clock
 * @param order which windows come first
 * @param json whether what is found is written as JSON
 */
public record HistorySelection(
    Path target,
    List<HistoryExport> exports,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    Optional<Instant> asOf,
    PlanOrder order,
    boolean json) {
  public HistorySelection {
    requireNonNull(target, "target must not be null");
    exports = List.copyOf(exports);
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(asOf, "asOf must not be null");
    requireNonNull(order, "order must not be null");
  }
}
