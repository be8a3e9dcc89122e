package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * How many viewers stayed for about so long. Immutable.
 *
 * @param fromSeconds from this time on
 * @param untilSeconds and shorter than this; empty for the last one
 */
public record DwellBucket(int fromSeconds, OptionalInt untilSeconds, long viewers) {
  public DwellBucket {
    requireNonNull(untilSeconds, "untilSeconds must not be null");
  }
}
