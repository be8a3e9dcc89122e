package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The beginning of a run that changes a history. Immutable.
 *
 * @param host the host that it asks, as the ledger keeps it
 * @param at when it began, by the clock of the run; kept to the second
 */
public record RunStart(String host, Instant at) {
  public RunStart {
    requireNonNull(host, "host must not be null");
    at = requireNonNull(at, "at must not be null").truncatedTo(ChronoUnit.SECONDS);
  }
}
